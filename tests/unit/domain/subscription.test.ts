import fc from "fast-check";
import { expect, test } from "vitest";
import type { AlertContent } from "../../../shared/domain/alert.ts";
import { alertTypes, severities } from "../../../shared/domain/alert-summary.ts";
import { commodityCategories } from "../../../shared/domain/commodity-category.ts";
import { noticeLanguages } from "../../../shared/domain/language.ts";
import {
  addressees,
  type Criteria,
  type Endpoint,
  endpointStates,
  matches,
  type Subscription,
} from "../../../shared/domain/subscription.ts";

const at = "2026-11-01T00:00:00.000Z";
const hsCodes = ["3004", "300490", "3002", "401519"];
const countries = ["CN", "AE", "FR", "KE"];
const some = <T>(values: readonly T[], most = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });

const content: fc.Arbitrary<AlertContent> = fc
  .record({
    type: fc.constantFrom(...alertTypes),
    severity: fc.constantFrom(...severities),
    goods: fc.array(
      fc.record({
        category: fc.constantFrom(...commodityCategories),
        hs: fc.option(fc.constantFrom(...hsCodes), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    travelled: some(countries),
  })
  .map(({ type, severity, goods, travelled }) => ({
    type,
    severity,
    tlp: "AMBER",
    group: "ipr",
    audience: { kind: "group" },
    title: "Title",
    summary: "Summary",
    language: "en",
    goods: goods.map(({ category, hs }) => ({
      category,
      description: "Goods",
      ...(hs === undefined ? {} : { hs: { edition: "HS2022", code: hs } }),
    })),
    ...(travelled.length === 0 ? {} : { route: { transits: travelled.map((country) => ({ country })) } }),
  }));

const criteria: fc.Arbitrary<Criteria> = fc.record({
  group: fc.constantFrom("ipr", "ipr", "ipr", "operation"),
  minimumSeverity: fc.constantFrom(...severities),
  types: some(alertTypes),
  categories: some(commodityCategories),
  hsPrefixes: some(["30", "3004", "300490", "40"]),
  countries: some(countries),
});

const names = ["a", "b", "c", "d"] as const;

const endpoints: fc.Arbitrary<readonly Endpoint[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...names),
      state: fc.constantFrom(...endpointStates),
      topic: fc.constantFrom("topic-1", "topic-2"),
    }),
    { selector: ({ id }) => id },
  )
  .map((all) =>
    all.map((endpoint) => ({
      ...endpoint,
      administration: "FR",
      channel: "email",
      address: `${endpoint.id}@customs.example`,
      code: { nonce: "", expires: at, triesLeft: 5, sendingsLeft: 5 },
      revision: 1,
      createdAt: at,
      changedAt: at,
    })),
  );

const subscriptions: fc.Arbitrary<readonly Subscription[]> = fc
  .array(
    fc.record({
      endpoint: fc.constantFrom(...names),
      language: fc.constantFrom(...noticeLanguages),
      criteria,
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map((subscription) => ({
      ...subscription,
      id: "01930000-0000-7000-8000-000000000000",
      administration: "FR",
      kind: "duty",
      revision: 1,
      createdBy: "01930000-0000-7000-8000-000000000000",
      createdAt: at,
      changedAt: at,
    })),
  );

test("each confirmed address that some subscription matches is published to once, and nobody else", () => {
  fc.assert(
    fc.property(subscriptions, endpoints, content, (wishes, places, alert) => {
      const publishes = addressees(wishes, places, alert);
      const reached = publishes.flatMap(({ to }) => to);
      const asking = (id: string) =>
        wishes.filter((wish) => wish.endpoint === id && matches(wish.criteria, alert));
      expect([...reached].sort()).toEqual(
        places
          .filter(({ id, state }) => state === "active" && asking(id).length > 0)
          .map(({ id }) => id)
          .sort(),
      );
      for (const { topic, language, to } of publishes)
        for (const id of to) {
          expect(places.find((place) => place.id === id)?.topic).toBe(topic);
          expect(asking(id).map((wish) => wish.language)).toContain(language);
        }
      const kinds = publishes.map(({ topic, language }) => `${topic} ${language}`);
      expect(new Set(kinds).size).toBe(kinds.length);
    }),
    { numRuns: 1000 },
  );
});

const everything: Criteria = {
  group: "ipr",
  minimumSeverity: "low",
  types: [],
  categories: [],
  hsPrefixes: [],
  countries: [],
};

test("criteria match exactly when each of them does alone, and asking for nothing in particular matches all", () => {
  fc.assert(
    fc.property(criteria, content, (asked, alert) => {
      const alone = Object.entries(asked).map(([name, value]) =>
        matches({ ...everything, [name]: value }, alert),
      );
      expect(matches(asked, alert)).toBe(alone.every(Boolean));
      expect(matches(everything, alert)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

const gloves: AlertContent = {
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  group: "ipr",
  audience: { kind: "group" },
  title: "Title",
  summary: "Summary",
  language: "en",
  goods: [
    { category: "gloves", description: "Gloves", hs: { edition: "HS2022", code: "401519" } },
    { category: "medicines", description: "Tablets" },
  ],
  route: { departure: { country: "CN" }, transits: [{ country: "AE" }], destination: { country: "FR" } },
};

test.each<[Partial<Criteria>, boolean]>([
  [{ minimumSeverity: "high" }, true],
  [{ minimumSeverity: "critical" }, false],
  [{ types: ["alert", "seizure"] }, true],
  [{ types: ["alert"] }, false],
  [{ categories: ["medicines"] }, true],
  [{ categories: ["vaccines"] }, false],
  [{ hsPrefixes: ["40"] }, true],
  [{ hsPrefixes: ["4015"] }, true],
  [{ hsPrefixes: ["401511"] }, false],
  [{ countries: ["AE"] }, true],
  [{ countries: ["US"] }, false],
  [{ group: "operation" }, false],
  [{ categories: ["gloves"], countries: ["US"] }, false],
])("a seizure of gloves from CN by AE to FR, asked for by %j: %s", (asked, answer) => {
  expect(matches({ ...everything, ...asked }, gloves)).toBe(answer);
});

test("an alert without a route or a code is not what a country or an HS prefix asks for", () => {
  const { route: _, ...unrouted } = gloves;
  const bare = { ...unrouted, goods: [{ category: "gloves" as const, description: "Gloves" }] };
  expect(matches({ ...everything, countries: ["CN"] }, bare)).toBe(false);
  expect(matches({ ...everything, hsPrefixes: ["40"] }, bare)).toBe(false);
  expect(matches({ ...everything, categories: ["gloves"] }, bare)).toBe(true);
});
