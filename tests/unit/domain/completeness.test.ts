import fc from "fast-check";
import { expect, test } from "vitest";
import type { AlertContent } from "../../../shared/domain/alert.ts";
import { completenessOf, wishes } from "../../../shared/domain/completeness.ts";
import { alertContents } from "./alert-arbitrary.ts";

const short = {
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  group: "ipr",
  audience: { kind: "group" },
  title: "Falsified oxytocin 10 IU, 4,000 ampoules",
  summary: "Found in a parcel.",
  language: "en",
  goods: [{ category: "medicines", description: "Oxytocin 10 IU" }],
} as const;

const missingIn = (content: unknown) => completenessOf(content).missing.map(({ pointer }) => pointer);

test("nothing is 0 %, and what an alert cannot be without is not the whole", () => {
  expect(completenessOf({})).toMatchObject({ score: 0 });
  const { score } = completenessOf(short);
  expect(score).toBeGreaterThan(25);
  expect(score).toBeLessThan(50);
  expect(missingIn(short)).not.toContain("/title");
});

test("an alert that says all that is asked for is whole, and nothing is missing", () => {
  const whole = {
    ...short,
    goods: [
      {
        ...short.goods[0],
        hs: { edition: "HS2022", code: "3004" },
        quantity: { value: 4000, unit: "AM" },
        batches: ["A1"],
        falsification: { code: "api" },
        statedManufacturer: "A laboratory",
        origin: "IN",
        medicine: { inn: ["oxytocin"] },
      },
    ],
    route: { departure: { country: "IN" }, destination: { country: "KE" } },
    event: { date: "2026-11", place: "Mombasa", outcome: "seized" },
    conveyance: [{ mode: "4", airWaybills: [{ value: "176-12345675" }] }],
    detection: { method: "x-ray", indicators: ["Weight"] },
    grading: { reliability: "B", credibility: 2 },
    concealment: { method: "none" },
    laboratory: { result: "pending" },
    adverseReactions: { standing: "none-known" },
  };
  expect(completenessOf(whole)).toEqual({ score: 100, missing: [] });
  expect(completenessOf({ ...whole, detection: { method: "x-ray" } })).toEqual({
    score: 96,
    missing: [
      {
        pointer: "/detection/indicators",
        why: "Add the indicators: they are what others can look for.",
      },
    ],
  });
});

test("the number of the transport is asked for by its name once the mode of transport is known", () => {
  const [first] = completenessOf({ ...short, conveyance: [{ mode: "4" }] }).missing;
  expect(first).toEqual({
    pointer: "/conveyance/0/airWaybills",
    why: "Add the air waybill: it lets others find the same consignment.",
  });
  expect(missingIn(short)).toContain("/conveyance/0/containers");
  expect(missingIn({ ...short, conveyance: [{ mode: "4", seals: ["1"] }, { plates: ["KA 1"] }] })).toEqual(
    missingIn({ ...short, conveyance: [{ mode: "4", airWaybills: [{ value: "176-12345675" }] }] }),
  );
});

test("what only medicines have is asked for medicines alone", () => {
  const gloves = { ...short, goods: [{ category: "gloves", description: "Gloves" }] };
  expect(missingIn(short)).toContain("/goods/0/medicine/inn");
  expect(missingIn(gloves).filter((pointer) => /medicine|laboratory|adverse/.test(pointer))).toEqual([]);
});

test("what is empty says nothing", () => {
  expect(completenessOf({ ...short, event: { place: "" }, detection: { indicators: [] } })).toEqual(
    completenessOf(short),
  );
});

type Fields = Record<string, unknown>;

/** Each field that can be taken away without leaving an alert of other goods, with the content that lacks it. */
const withoutOne = (content: unknown): readonly unknown[] => {
  if (Array.isArray(content))
    return content.flatMap((entry, index) => withoutOne(entry).map((less) => content.with(index, less)));
  if (typeof content !== "object" || content === null) return [];
  const fields = content as Fields;
  return Object.keys(fields).flatMap((name) => {
    const { [name]: value, ...others } = fields;
    const inside = withoutOne(value).map((less) => ({ ...others, [name]: less }));
    return name === "goods" || name === "category" ? inside : [others, ...inside];
  });
};

test("a field that is added never makes an alert less complete", () => {
  fc.assert(
    fc.property(alertContents, (content: AlertContent) => {
      const { score, missing } = completenessOf(content);
      for (const less of withoutOne(content)) {
        const without = completenessOf(less);
        expect(without.score).toBeLessThanOrEqual(score);
        expect(without.missing.length).toBeGreaterThanOrEqual(missing.length);
      }
    }),
    { numRuns: 40 },
  );
});

test("an alert is whole if and only if nothing is missing, and each thing is missed once", () => {
  fc.assert(
    fc.property(alertContents, (content: AlertContent) => {
      const { score, missing } = completenessOf(content);
      expect(score === 100).toBe(missing.length === 0);
      expect(new Set(missing.map(({ why }) => why)).size).toBe(missing.length);
      expect(score).toBeGreaterThanOrEqual(25);
    }),
  );
});

test("nothing weighs in two of the wishes", () => {
  const places = wishes.map(({ at: [first] }) => first);
  expect(new Set(places).size).toBe(places.length);
});
