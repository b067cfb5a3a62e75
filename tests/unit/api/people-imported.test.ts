import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import { disabled } from "../../../shared/domain/user-access.ts";
import { immortal, mortal } from "../workers/mortal.ts";
import { type Exchange, exchange } from "./exchange.ts";

const boss = "FR contact-point";
let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const fileOf = (count: number): string =>
  [
    "name,email,roles",
    ...Array.from({ length: count }, (_, n) => `Officer ${n},o${n}@fr.example,officer`),
  ].join("\n");
const send = (csv: string, key?: string, by = boss) =>
  of.call(by, "POST", "/v1/users/imports", { csv }, key === undefined ? {} : { "Idempotency-Key": key });
const invitations = () =>
  of.store
    .items()
    .flatMap(({ pk, work }) => (pk.startsWith("OUT#") ? [(work as { user: string }).user] : []));
const outcomes = (answer: Awaited<ReturnType<typeof send>>): string =>
  answer.json.rows.map(({ outcome }: { outcome: string }) => outcome).join(" ");

describe("an import", () => {
  test("invites those who can be, and says of each other row what would be right", async () => {
    const answer = await send(
      [
        "name;email;roles",
        "New;new@fr.example;officer duty",
        "Known;officer@fr.example;officer",
        "Twice;New@FR.example;reader",
        "Greater;greater@fr.example;operator",
      ].join("\r\n"),
    );
    expect(answer.status).toBe(200);
    expect(answer.json.rows).toMatchObject([
      { row: 2, email: "new@fr.example", outcome: "invited", user: expect.any(String) },
      { row: 3, outcome: "known", user: of.people.get("FR officer") },
      { row: 4, outcome: "refused", errors: [{ column: "email", detail: expect.stringMatching(/^Row 2 /) }] },
      { row: 5, outcome: "refused", errors: [{ column: "roles" }] },
    ]);
    const made = await of.call(boss, "GET", `/v1/users/${answer.json.rows[0].user}`);
    expect(made.json).toMatchObject({ name: "New", state: "invited", roles: ["officer", "duty"] });
    expect(invitations()).toEqual([answer.json.rows[0].user]);
    const trail = of.store.items().filter(({ pk }) => pk === "AUD#FR");
    expect(trail.map(({ action }) => action)).toEqual(["users.invite", "users.import"]);
  });

  test("gives no role that who imports may not give", async () => {
    const csv = "name,email,roles\nSecond self,second@wco.example,operator\n";
    expect(outcomes(await send(csv, undefined, "WCO contact-point"))).toBe("refused");
  });

  test("that is repeated with its key invites nobody twice and answers the same; without, everybody is known", async () => {
    const first = await send(fileOf(25), "key");
    expect(outcomes(first)).toBe(Array(25).fill("invited").join(" "));
    expect((await send(fileOf(25), "key")).json).toEqual(first.json);
    expect(outcomes(await send(fileOf(25)))).toBe(Array(25).fill("known").join(" "));
    expect(invitations()).toHaveLength(25);
    expect(
      (await of.refused(boss, "POST", "/v1/users/imports", { csv: fileOf(2) }, { "Idempotency-Key": "key" }))
        .status,
    ).toBe(422);
  });

  test("of somebody whose account is closed meanwhile invites nobody more", async () => {
    let transactions = 0;
    of = await exchange((store) => ({
      ...store,
      transact: async (writes) => {
        await store.transact(writes);
        transactions += 1;
        if (transactions !== 15) return;
        const person = await getUser(store, "FR", String(of.people.get(boss)));
        if (person === undefined) throw new Error("The contact point is gone");
        await store.writeMany([{ put: userItem(disabled(person, new Date().toISOString())) }]);
      },
    }));
    expect((await send(fileOf(60))).status).toBe(401);
    expect(invitations()).toHaveLength(20);
  });

  test.each<[string, string, RegExp]>([
    ["no header", "New,new@fr.example,officer", /lacks name, email, roles/],
    ["nobody", "name,email,roles\n", /at least one person/],
    ["more than 200 people", fileOf(201), /up to 200 people/],
  ])("with %s is refused as a whole", async (_, csv, wording) => {
    const answer = await of.refused(boss, "POST", "/v1/users/imports", { csv });
    expect(answer.status).toBe(422);
    expect(answer.errors).toEqual([{ pointer: "/csv", detail: expect.stringMatching(wording) }]);
  });

  test("killed at any call and repeated, invites everybody once and recognises whom it had invited", async () => {
    for (let call = 3; call < 40; call += 3)
      for (const effect of ["lost", "kept"] as const) {
        let worker = immortal();
        of = await exchange((store) => ({
          ...memoryRecordStore(),
          get: (key) => worker.reach(store).get(key),
          getMany: (keys) => worker.reach(store).getMany(keys),
          query: (query) => worker.reach(store).query(query),
          transact: (writes) => worker.reach(store).transact(writes),
          writeMany: (writes) => worker.reach(store).writeMany(writes),
          tally: (key, tallies, expiresAt) => worker.reach(store).tally(key, tallies, expiresAt),
        }));
        worker = mortal({ call, effect });
        const key = v7();
        const killed = await send(fileOf(12), key).catch(() => undefined);
        worker = immortal();
        const again = await send(fileOf(12), key);
        expect(outcomes(again), `${call} ${effect} ${killed?.status}`).toBe(
          Array(12).fill("invited").join(" "),
        );
        expect(new Set(invitations()).size).toBe(12);
        expect(invitations()).toHaveLength(12);
      }
  });

  test("sent twice at once with one key invites everybody once", async () => {
    const [a, b] = await Promise.all([send(fileOf(15), "key"), send(fileOf(15), "key")]);
    expect(a.json).toEqual(b.json);
    expect(outcomes(a)).toBe(Array(15).fill("invited").join(" "));
    expect(invitations()).toHaveLength(15);
  });
});
