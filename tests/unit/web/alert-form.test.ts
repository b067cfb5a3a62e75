import { expect, test } from "vitest";
import { AlertContent } from "../../../shared/domain/alert.ts";
import {
  alertErrors,
  contentOf,
  emptyAlert,
  fromContent,
  noGoods,
  noPlace,
  numberIn,
  partOf,
  type TypedAlert,
  toContent,
} from "../../../web/src/pages/alerts/alert-form.ts";

const shortForm: TypedAlert = {
  ...emptyAlert("ipr", "en"),
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  title: "Falsified oxytocin 10 IU, 4,000 ampoules",
  summary: "Found in a parcel.",
  goods: [
    {
      ...noGoods,
      category: "medicines",
      description: "Oxytocin 10 IU",
      hs: "3004.39",
      quantity: "4,000",
      unit: "KGM",
    },
  ],
  departure: { country: "IN", place: "Mumbai", locode: "INBOM" },
  destination: { country: "KE", place: "", locode: "" },
};

const pointers = (typed: TypedAlert) => alertErrors(toContent(typed)).map(({ pointer }) => pointer);

test("the short form becomes what the contract takes", () => {
  expect(AlertContent.parse(toContent(shortForm))).toEqual({
    type: "seizure",
    severity: "high",
    tlp: "AMBER",
    group: "ipr",
    audience: { kind: "group" },
    title: "Falsified oxytocin 10 IU, 4,000 ampoules",
    summary: "Found in a parcel.",
    language: "en",
    goods: [
      {
        category: "medicines",
        description: "Oxytocin 10 IU",
        hs: { edition: "HS2022", code: "300439" },
        quantity: { value: 4000, unit: "KGM" },
      },
    ],
    route: {
      departure: { country: "IN", place: "Mumbai", locode: "INBOM" },
      destination: { country: "KE" },
    },
  });
});

test("an empty form is told what it needs, from its top to its end", () => {
  expect(pointers(emptyAlert("ipr", "en"))).toEqual([
    "/title",
    "/type",
    "/severity",
    "/summary",
    "/goods/0/category",
    "/goods/0/description",
    "/tlp",
  ]);
});

test("what is left empty is left out", () => {
  const content = toContent({ ...shortForm, departure: noPlace, destination: noPlace });
  expect(content).not.toHaveProperty("route");
  expect(
    toContent({ ...shortForm, goods: [{ ...noGoods, category: "gloves", description: "Gloves" }] }),
  ).toHaveProperty("goods", [{ category: "gloves", description: "Gloves" }]);
});

test("a unit that is no code is the author's own word", () => {
  const [line = noGoods] = shortForm.goods;
  const quantityIn = (unit: string) => toContent({ ...shortForm, goods: [{ ...line, unit }] });
  expect(quantityIn("sachets")).toHaveProperty("goods.0.quantity", { value: 4000, unitText: "sachets" });
  expect(pointers({ ...shortForm, goods: [{ ...line, unit: "" }] })).toEqual(["/goods/0/quantity"]);
  expect(pointers({ ...shortForm, goods: [{ ...line, quantity: "" }] })).toEqual(["/goods/0/quantity/value"]);
});

test("the rules between fields are told beside the field to change", () => {
  expect(pointers({ ...shortForm, tlp: "RED" })).toEqual(["/tlp"]);
  expect(
    pointers({ ...shortForm, tlp: "RED", audience: "administrations", administrations: ["DE"] }),
  ).toEqual([]);
  expect(pointers({ ...shortForm, audience: "administrations" })).toEqual(["/audience/administrations"]);
});

test("numbers are read as they are written in either language, and anything else is refused", () => {
  expect(["4,000", "4 000", "4\u202F000", "4000", "1,234,567.5"].map(numberIn)).toEqual([
    4000, 4000, 4000, 4000, 1234567.5,
  ]);
  expect(["2,5", "2.5", "-1"].map(numberIn)).toEqual([2.5, 2.5, -1]);
  expect(["four", "1,2,3", "1e3", ""].map(numberIn)).toEqual(["four", "1,2,3", "1e3", ""]);
});

test("what the form has no field for stays as it was", () => {
  const content = AlertContent.parse({
    ...toContent(shortForm),
    goods: [
      {
        category: "medicines",
        description: "Oxytocin",
        batches: ["A123"],
        expires: "2027-04",
        quantity: { value: 2.5, unitText: "sachets" },
      },
    ],
    event: { date: "2026-11" },
    publishedBy: { authority: "A health ministry" },
  });
  expect(toContent(fromContent(content))).toEqual(content);
});

test("of an alert as it is read, the author's part is told apart", () => {
  const content = toContent(shortForm);
  expect(contentOf({ ...content, id: "1", state: "draft", version: 0, steps: [] })).toEqual(content);
});

test("each field belongs to a part of the form", () => {
  expect(
    ["/title", "/goods/0/hs/code", "/route/departure/country", "/audience/administrations"].map(partOf),
  ).toEqual(["what", "goods", "route", "readers"]);
  expect(partOf("/titles")).toBeUndefined();
});
