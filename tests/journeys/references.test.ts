import { afterAll, expect, test } from "vitest";
import { headKey } from "../../shared/adapters/records/alert-places.ts";
import { pointerKey, toAcknowledgeKey } from "../../shared/adapters/records/alerts.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import { ofEach, others, withAllInTheGroup } from "./group.ts";
import { quiet } from "./quiet.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, refusal, store, tokenOf, until } from "./system.ts";

afterAll(quiet);

/** Of little severity, so that a phone is not sent twenty messages. */
const low = { severity: "low" } as const;

test("references to named administrations are random, and take no number of the group's", async () => {
  const toGroup = async () => (await releaseBy("US", await draftBy("US", "releaser", low))).reference;
  const before = Number((await toGroup()).slice(-6));
  const audience = { kind: "administrations" as const, administrations: ["FR"] };
  const named = [];
  for (let n = 0; n < 5; n++)
    named.push((await releaseBy("US", await draftBy("US", "releaser", { ...low, audience }))).reference);
  for (const reference of named) expect(reference).toMatch(/^IPR-\d{4}-R[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(new Set(named).size).toBe(5);
  expect(Number((await toGroup()).slice(-6))).toBe(before + 1);
});

test("a repeated release with one key is one release; without it, the second finds it released", async () => {
  const token = await tokenOf("US", "releaser");
  const draft = await draftBy("US", "releaser", low);
  const release = (idempotencyKey?: string) =>
    api.call(alerts.release, {
      ...draft,
      token,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
  const key = crypto.randomUUID();
  const both = await Promise.all([release(key), release(key)]);
  expect(new Set(both.map(({ body }) => body.reference)).size).toBe(1);
  expect((await release(key)).body.reference).toBe(both[0].body.reference);
  expect((await refusal(release())).status).toBe(409);
});

test("a release to 186 named administrations is one transaction, and is listed with every one of them", async () => {
  expect(others).toHaveLength(186);
  await withAllInTheGroup(async () => {
    const audience = { kind: "administrations" as const, administrations: others };
    const { id } = await releaseBy("US", await draftBy("US", "releaser", { ...low, audience }));
    const position = String((await store.get(headKey(id)))?.["position"]);
    await until("186 rows", async () => {
      const rows = await ofEach((code) => pointerKey(`ipr#${code}`, position));
      return rows.every((row) => row !== undefined) ? rows : undefined;
    });
    const marks = await ofEach((code) => toAcknowledgeKey(code, position));
    expect(marks.filter((mark) => mark === undefined)).toEqual([]);
    const token = await tokenOf("FR", "reader");
    const { body } = await api.call(alerts.list, { token, query: { unacknowledged: "true" } });
    expect(body.items[0]).toMatchObject({ id, toAcknowledge: true });
    await quiet();
  });
});

test("twenty releases to the group in one moment have twenty references without a gap", async () => {
  const authors = ["US", "FR", "DE", "GB"];
  const drafts = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const author = authors[n % authors.length] ?? "US";
      return { author, draft: await draftBy(author, "releaser", low) };
    }),
  );
  const released = await Promise.all(drafts.map(({ author, draft }) => releaseBy(author, draft)));
  const year = new Date().getUTCFullYear();
  const numbers = released
    .map(({ reference }) => {
      expect(reference).toMatch(new RegExp(`^IPR-${year}-\\d{6}$`));
      return Number(reference.slice(-6));
    })
    .sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, n) => (numbers[0] ?? 0) + n));
});
