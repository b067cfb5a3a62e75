import fc from "fast-check";
import { expect, test } from "vitest";
import type * as z from "zod/mini";
import { AlertContent } from "../../../shared/domain/alert.ts";
import { completenessOf, wishes } from "../../../shared/domain/completeness.ts";
import {
  alertErrors,
  emptyAlert,
  formParts,
  fromContent,
  noPlace,
  partOf,
  TypedAlert,
  toContent,
} from "../../../web/src/pages/alerts/alert-form.ts";
import { noGoods } from "../../../web/src/pages/alerts/goods-form.ts";
import { advice } from "../../../web/src/pages/long-form/advice.ts";
import {
  fieldOfRecord,
  headFields,
  legFields,
  recordFields,
} from "../../../web/src/pages/long-form/record-fields.ts";
import {
  emptyPart,
  placeIn,
  type TypedPart,
  withField,
} from "../../../web/src/pages/long-form/typed-part.ts";
import { emptyRecord, type TypedRecord } from "../../../web/src/pages/long-form/typed-record.ts";
import { alertContents } from "../domain/alert-arbitrary.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Without parts that have no field: they say nothing, and a form does not send them. */
const said = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const entries = value.map(said).filter((entry) => entry !== undefined);
    return entries.length === 0 ? undefined : entries;
  }
  if (!isFields(value)) return value;
  const fields = Object.entries(value)
    .map(([name, field]) => [name, said(field)] as const)
    .filter(([, field]) => field !== undefined);
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
};

test("whatever an alert says is said by the form that it was read into", () => {
  fc.assert(
    fc.property(alertContents, (content) => {
      const typed = fromContent(content);
      expect(said(toContent(typed))).toEqual(said(content));
      expect(said(toContent(JSON.parse(JSON.stringify(typed))))).toEqual(said(content));
    }),
  );
});

test("what a former console kept of a form, without the long one, is taken up", () => {
  const { record: _, routeAsReported: __, ...former } = emptyAlert("ipr", "en");
  expect(TypedAlert.parse(JSON.parse(JSON.stringify(former)))).toEqual(emptyAlert("ipr", "en"));
});

const written = (record: Partial<TypedRecord>, more: Partial<TypedAlert> = {}): TypedAlert => ({
  ...emptyAlert("ipr", "en"),
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  title: "Gloves",
  summary: "Found in a container.",
  goods: [{ ...noGoods, category: "gloves", description: "Gloves" }],
  record: { ...emptyRecord, ...record },
  ...more,
});

const part = (fields: TypedPart["fields"]): TypedPart => ({ ...emptyPart, fields });
const errorsOf = (typed: TypedAlert) => alertErrors(toContent(typed));
const numbers = (...values: readonly string[]) => values.map((value) => ({ value, asPrinted: false }));

/** The fields of a schema's object, whatever it is wrapped in. */
const fieldsOf = (schema: z.core.$ZodType): readonly string[] => {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  if (def.type === "optional") return fieldsOf(def.innerType);
  if (def.type === "array") return fieldsOf(def.element);
  return def.type === "object" ? Object.keys(def.shape) : [];
};

test("every field of the record has its place in the form, and the form no other", () => {
  const { shape } = AlertContent;
  for (const [name, fields] of Object.entries(recordFields))
    expect(Object.keys(fields).toSorted()).toEqual(fieldsOf(shape[name as keyof typeof shape]).toSorted());
  expect(Object.keys(legFields).toSorted()).toEqual(fieldsOf(shape.conveyance).toSorted());
  expect(Object.keys(shape).filter((name) => partOf(`/${name}`) === undefined)).toEqual([]);
});

test("what is left empty, in a field or a whole leg, is left out", () => {
  const typed = written({
    event: part({ date: " ", outcome: "" }),
    conveyance: [part({ seals: "\n \n", containers: numbers("", " ") }), emptyPart],
  });
  expect(toContent(typed)).toEqual(toContent(written({})));
});

test("a date is sent as precise as it is known, and a number as its standard writes it", () => {
  const typed = written({
    event: part({ date: "11/2026" }),
    adverseReactions: part({ cases: "1,200" }),
    grading: part({ credibility: "2" }),
    conveyance: [part({ containers: numbers("csqu 305438-3"), imo: numbers("IMO 9074729") })],
  });
  expect(errorsOf(typed)).toEqual([]);
  expect(toContent(typed)).toMatchObject({
    event: { date: "2026-11" },
    adverseReactions: { cases: 1200 },
    grading: { credibility: 2 },
    conveyance: [{ containers: [{ value: "CSQU3054383" }], imo: { value: "9074729" } }],
  });
});

test.each([
  ["/conveyance/0/containers/0/value", { containers: numbers("MSCU1234567") }, "would be 6"],
  ["/conveyance/0/imo/value", { imo: numbers("9074728") }, "would be 9"],
  ["/conveyance/0/airWaybills/0/value", { airWaybills: numbers("176-12345676") }, "would be 5"],
  ["/conveyance/0/postalItems/0/value", { postalItems: numbers("RR473124828GB") }, "would be 9"],
])(
  "a wrong check digit at %s is told with the right one, and kept when it is printed so",
  (pointer, fields, digit) => {
    expect(errorsOf(written({ conveyance: [part(fields)] }))).toEqual([
      { pointer, detail: expect.stringContaining(digit) },
    ]);
    const kept = Object.fromEntries(
      Object.entries(fields).map(([name, values]) => [
        name,
        values.map((number) => ({ ...number, asPrinted: true })),
      ]),
    );
    expect(errorsOf(written({ conveyance: [part(kept)] }))).toEqual([]);
  },
);

test.each([
  ["2026-02-31", "2026-02-31 is not in the calendar."],
  ["31/02/2026", "2026-02-31 is not in the calendar."],
  ["soon", "A date is written 2021, 2021-04 or 2021-04-19, as far as it is known."],
  ["2999", expect.stringContaining("2999 is still to come")],
])("%s is refused as the date of what happened", (date, detail) => {
  expect(errorsOf(written({ event: part({ date }) }))).toEqual([{ pointer: "/event/date", detail }]);
});

test("an entry stands where what is sent has it, and one that is empty nowhere else's", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("", "a", "b")), (entries) => {
      const isEmpty = (entry: string) => entry === "";
      const places = entries.map((_, index) => placeIn(entries, index, isEmpty));
      expect(new Set(places).size).toBe(entries.length);
      const sent = entries.filter((entry) => !isEmpty(entry));
      entries.forEach((entry, index) => {
        if (!isEmpty(entry)) expect(sent[places[index] ?? -1]).toBe(entry);
      });
    }),
  );
  expect(placeIn([noPlace, noPlace], 0, () => true)).toBe(0);
});

test("each part of the form is told of what is wrong in it, by a name", () => {
  const typed = written(
    { event: part({ date: "x" }), laboratory: part({ date: "x" }), grading: part({ credibility: "9" }) },
    { departure: { ...noPlace, country: "IN", date: "x" } },
  );
  const errors = errorsOf(typed);
  expect(errors.map(({ pointer }) => partOf(pointer))).toEqual(["route", "event", "health", "assessment"]);
  expect(formParts).toContain("readers");
  expect(fieldOfRecord("/conveyance/1/containers/0/value")).toBe("containers");
  expect(fieldOfRecord("/laboratory/date")).toBe("date");
  expect(fieldOfRecord("/expires")).toBe("expires");
  expect(fieldOfRecord("/goods/0/hs")).toBeUndefined();
  expect(Object.keys(headFields).map((name) => partOf(`/${name}`))).not.toContain(undefined);
});

test("what is filled in makes the form more complete, as it will be read", () => {
  const before = completenessOf(toContent(written({})));
  const after = completenessOf(toContent(written({ event: withField(emptyPart, "outcome", "seized") })));
  expect(after.score).toBeGreaterThan(before.score);
});

test("every advice has words in other languages, and a part of the form to go to", () => {
  const sentences = wishes.flatMap(({ why, byMode = {} }) => [
    why,
    ...Object.values(byMode).map((each) => each.why),
  ]);
  expect(new Set(advice.map(({ id }) => id))).toEqual(new Set(sentences));
  const pointers = wishes.flatMap(({ at: [first], byMode = {} }) => [
    first,
    ...Object.values(byMode).map(({ pointer }) => pointer),
  ]);
  expect(pointers.filter((pointer) => partOf(pointer) === undefined)).toEqual([]);
});
