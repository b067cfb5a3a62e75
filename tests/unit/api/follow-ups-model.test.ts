import fc from "fast-check";
import { expect, test } from "vitest";
import { groupItem, membershipItems } from "../../../shared/adapters/records/groups.ts";
import { iprGroup } from "../../../shared/domain/group.ts";
import { mergePatch } from "../../../shared/domain/merge-patch.ts";
import { type Exchange, exchange, release } from "./exchange.ts";

type Said = Readonly<Record<string, unknown>>;

const from = "2026-11-01T00:00:00.000Z";
/** Whether Kenya is in the group today; it was before. */
const belongs = async (of: Exchange, isIn: boolean): Promise<void> => {
  const until = isIn ? {} : { until: "2026-11-02T00:00:00.000Z" };
  const place = membershipItems({
    group: "ipr",
    administration: "KE",
    history: "all",
    intervals: [{ from, ...until }],
  });
  await of.store.writeMany([groupItem(iprGroup(from)), ...place].map((put) => ({ put })));
};

const CANARY = "canarybird";
const added = {
  sighting: { type: "sighting", text: `${CANARY} seen` },
  question: { type: "question", text: `${CANARY}?` },
  translation: { type: "translation", language: "sw", title: CANARY, summary: CANARY, by: "person" },
  proposal: { type: "correction-proposal", text: CANARY, version: 1, patch: { severity: "critical" } },
} as const;
const askers = ["FR officer", "FR releaser", "KE officer", "DE officer", "WCO operator"] as const;

const adding = fc.record({
  who: fc.constantFrom(...askers),
  what: fc.constantFrom(...Object.values(added)),
});
const replying = fc.record({
  step: fc.constantFrom("accept" as const, "reject" as const, "answer" as const),
  of: fc.nat({ max: 3 }),
});
const leaving = fc.record({ isIn: fc.boolean() });

const audiences = {
  KE: { kind: "administrations", administrations: ["KE"] },
  "KE and DE": { kind: "administrations", administrations: ["KE", "DE"] },
  "all but DE": { kind: "all-but", administrations: ["DE"] },
  "the group": { kind: "group" },
} as const;
const mayRead = (audience: keyof typeof audiences, isIn: boolean): ReadonlySet<string> =>
  new Set(
    [
      "FR",
      isIn ? "KE" : "",
      audience === "KE" || audience === "all but DE" ? "" : "DE",
      audience === "all but DE" || audience === "the group" ? "WCO" : "",
    ].filter(Boolean),
  );

test("whoever adds, replies, comes and goes: nothing of it is with anybody outside the audience and the group", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(audiences) as (keyof typeof audiences)[])),
      fc.array(fc.oneof(adding, replying, leaving), { minLength: 3, maxLength: 8 }),
      async (audience, steps) => {
        const of = await exchange();
        const { path } = await release(of, { audience: audiences[audience] });
        const ids: string[] = [];
        let isIn = true;
        for (const step of steps) {
          if ("isIn" in step) {
            isIn = step.isIn;
            await belongs(of, isIn);
          } else if ("what" in step) {
            const made = await of.call(step.who, "POST", `${path}/follow-ups`, { content: step.what });
            const [administration = ""] = step.who.split(" ");
            const inside = mayRead(audience, isIn).has(administration);
            if (made.status === 201) ids.push(made.json.id);
            // The operator reads where its administration may, and adds nothing.
            else expect([403, 404, 409, 412, 422]).toContain(made.status);
            if (!inside) expect([403, 404]).toContain(made.status);
          } else {
            const id = ids[step.of];
            if (id === undefined) continue;
            const { etag } = await of.call("FR releaser", "GET", path);
            await of.call(
              "FR releaser",
              "POST",
              `${path}/follow-ups/${id}/${step.step}`,
              step.step === "accept" ? {} : { text: CANARY },
              { "If-Match": etag },
            );
          }
          const readers = mayRead(audience, isIn);
          for (const administration of ["FR", "KE", "DE", "WCO"]) {
            const who = `${administration} reader`;
            const shown = await of.call(who, "GET", `${path}/follow-ups`);
            expect(shown.status, who).toBe(readers.has(administration) ? 200 : 404);
            const tasks = await of.call(who, "GET", "/v1/alert-follow-ups");
            if (readers.has(administration)) {
              expect(shown.json.items).toHaveLength(ids.length);
              continue;
            }
            expect(JSON.stringify([shown.json, tasks.json])).not.toContain(CANARY);
            expect(tasks.json.items).toEqual([]);
          }
        }
      },
    ),
    { numRuns: 8 },
  );
});

/** Fields that a correction and the author's own revisions are of: alone, within a part, and lists. */
const patches = fc.constantFrom<Said>(
  { title: "Nitrile gloves" },
  { title: "Masks" },
  { severity: "critical" },
  { severity: "low", summary: "Found twice." },
  { route: { departure: { country: "CN", place: "Ningbo" } } },
  {
    route: { departure: { country: "CN", place: "Ningbo", locode: "CNNGB" }, destination: { country: "KE" } },
  },
  { goods: [{ category: "gloves", description: "Nitrile gloves", batches: ["A1"], quantity: { value: 5 } }] },
  { goods: [{ category: "gloves", description: "Latex gloves", hs: { edition: "HS2022", code: "401519" } }] },
  { event: { date: "2026-11" } },
);
const proposing = fc.record({ proposed: patches });
const revising = fc.record({ revised: patches });
const deciding = fc.record({
  decision: fc.constantFrom("accept" as const, "reject" as const),
  of: fc.nat({ max: 4 }),
});

const textsOf = (of: Exchange, path: string): ReadonlyMap<string, unknown> =>
  new Map(
    of.store
      .items()
      .filter(({ pk, sk }) => pk === `ALT#${path.slice("/v1/alerts/".length)}` && sk.startsWith("V#"))
      .map(({ sk, content }) => [sk, structuredClone(content)]),
  );

test("whatever is proposed, revised and taken up in whatever order, no version is lost or changed, and a correction changes what it says alone", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(proposing, revising, deciding), { minLength: 4, maxLength: 10 }),
      async (steps) => {
        const of = await exchange();
        const { path } = await release(of);
        const proposals: { readonly id: string; readonly patch: Said; readonly base: Said }[] = [];
        for (const step of steps) {
          const before = textsOf(of, path);
          const { json: current, etag } = await of.call("FR releaser", "GET", path);
          const now = [...before.values()].at(-1) as Said;
          const headers = { "If-Match": etag };
          if ("proposed" in step) {
            const content = { ...added.proposal, version: current.version, patch: step.proposed };
            const made = await of.call("KE officer", "POST", `${path}/follow-ups`, { content });
            if (made.status === 201) proposals.push({ id: made.json.id, patch: step.proposed, base: now });
            expect(textsOf(of, path)).toEqual(before);
          } else if ("revised" in step) {
            await of.call("FR releaser", "PATCH", path, step.revised, headers);
          } else {
            const proposal = proposals[step.of];
            if (proposal === undefined) continue;
            const at = `${path}/follow-ups/${proposal.id}/${step.decision}`;
            const body = step.decision === "accept" ? {} : { text: "It is as it is." };
            const { status, json } = await of.call("FR releaser", "POST", at, body, headers);
            const after = textsOf(of, path);
            if (status === 200 && step.decision === "accept") {
              expect([...after.values()].at(-1)).toEqual(mergePatch(now, proposal.patch));
              expect(json.reply.version).toBe(current.version + 1);
              expect(after.size).toBe(before.size + 1);
            } else {
              expect(after).toEqual(before);
              if (status !== 200)
                expect(json.detail).toMatch(/already|since then you changed|does not fit|says so/);
            }
          }
          const after = textsOf(of, path);
          for (const [version, text] of before) expect(after.get(version)).toEqual(text);
          expect([...after.keys()].sort()).toEqual(
            Array.from({ length: after.size }, (_, n) => `V#${String(n + 1).padStart(4, "0")}`),
          );
        }
      },
    ),
    { numRuns: 12 },
  );
});
