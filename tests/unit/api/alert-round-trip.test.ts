import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { AlertContent } from "../../../shared/domain/alert.ts";
import type { Audience } from "../../../shared/domain/audience.ts";
import { mergePatch } from "../../../shared/domain/merge-patch.ts";
import { alertContents } from "../domain/alert-arbitrary.ts";
import { type Exchange, exchange } from "./exchange.ts";

let of: Exchange;
beforeAll(async () => {
  of = await exchange();
});

/** Audiences that Kenya is in, and that the label can be kept with. */
const audiences = {
  RED: ["administrations"],
  "AMBER+STRICT": ["administrations", "group", "all-but"],
  AMBER: ["administrations", "group", "all-but"],
  GREEN: ["administrations", "group"],
  CLEAR: ["administrations", "group"],
} as const;
const audienceOf = (kind: Audience["kind"]) => {
  switch (kind) {
    case "administrations":
      return { kind, administrations: ["KE"] };
    case "all-but":
      return { kind, administrations: ["DE"] };
    default:
      return { kind: "group" as const };
  }
};
const addressed = alertContents.chain((content) =>
  fc
    .constantFrom(...audiences[content.tlp])
    .map((kind): AlertContent => AlertContent.parse({ ...content, audience: audienceOf(kind) })),
);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What makes one thing of another (RFC 7396). */
const patchTo = (before: Fields, after: Fields): Fields =>
  Object.fromEntries([
    ...Object.keys(before)
      .filter((name) => !(name in after))
      .map((name) => [name, null]),
    ...Object.entries(after).map(([name, value]) => {
      const was = before[name];
      return [name, isFields(was) && isFields(value) ? patchTo(was, value) : value];
    }),
  ]);

const names = new Set(Object.keys(AlertContent.shape));
const contentIn = (body: Fields): Fields =>
  Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name)));

const answered = async (status: number, ...request: Parameters<Exchange["call"]>) => {
  const answer = await of.call(...request);
  expect([answer.status, answer.json.errors]).toEqual([status, undefined]);
  return answer;
};

test("what makes one alert of another is a merge patch", () => {
  fc.assert(
    fc.property(addressed, addressed, (one, other) => {
      expect(mergePatch(one, patchTo(one, other))).toEqual(other);
    }),
    { numRuns: 20 },
  );
});

test("any alert is read as it was written: drafted, changed, released to another administration, and in each of its versions", async () => {
  await fc.assert(
    fc.asyncProperty(addressed, addressed, addressed, async (first, second, other) => {
      const made = await answered(201, "FR officer", "POST", "/v1/alerts", first);
      const path = `/v1/alerts/${made.json.id}`;
      expect(contentIn(made.json)).toEqual(first);
      expect(contentIn((await answered(200, "FR officer", "GET", path)).json)).toEqual(first);

      const match = { "If-Match": made.etag };
      const changed = await answered(200, "FR officer", "PATCH", path, patchTo(first, second), match);
      expect(contentIn(changed.json)).toEqual(second);

      const current = { "If-Match": changed.etag };
      const released = await answered(200, "FR releaser", "POST", `${path}/release`, undefined, current);
      expect(contentIn(released.json)).toEqual(second);
      expect(contentIn((await answered(200, "KE officer", "GET", path)).json)).toEqual(second);

      // Whom it went to stays.
      const third = { ...other, audience: second.audience, tlp: second.tlp };
      const revised = { "If-Match": released.etag };
      await answered(200, "FR releaser", "PATCH", path, patchTo(second, third), revised);
      expect(contentIn((await answered(200, "KE officer", "GET", path)).json)).toEqual(third);
      for (const [version, content] of [second, third].entries()) {
        const kept = await answered(200, "KE officer", "GET", `${path}/versions/${version + 1}`);
        expect(kept.json.content).toEqual(content);
      }
    }),
    { numRuns: 15 },
  );
});
