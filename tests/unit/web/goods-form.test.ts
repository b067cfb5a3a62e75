import fc from "fast-check";
import { expect, test } from "vitest";
import { Goods } from "../../../shared/domain/goods.ts";
import { fieldErrorsOf } from "../../../web/src/api/field-errors.ts";
import { alertErrors, emptyAlert, toContent } from "../../../web/src/pages/alerts/alert-form.ts";
import {
  goodsOf,
  type MoreGoods,
  moreFields,
  noGoods,
  TypedGoods,
  toGoods,
} from "../../../web/src/pages/alerts/goods-form.ts";
import { dateIn, inDigits, linesAtFault, numberIn } from "../../../web/src/pages/alerts/typed-values.ts";
import { arbitraryOf } from "../domain/alert-arbitrary.ts";

const goods = arbitraryOf(Goods).map((line) => line as Goods);

const gloves: TypedGoods = { ...noGoods, category: "gloves", description: "Gloves" };
const told = (line: Partial<TypedGoods>) =>
  fieldErrorsOf(Goods, goodsOf({ ...gloves, ...line })).map(({ pointer, detail }) => `${pointer}: ${detail}`);
const toldOf = (more: Partial<Record<MoreGoods, string>>) => told({ more });

test("any line of goods is unchanged by having been in the form, and in what this tab keeps of it", () => {
  fc.assert(
    fc.property(goods, (line) => {
      const kept = TypedGoods.parse(JSON.parse(JSON.stringify(toGoods(line))));
      expect(goodsOf(kept)).toEqual(line);
    }),
    { numRuns: 300 },
  );
});

test("the form has every field that a line of goods can have", () => {
  const short = ["/category", "/description", "/hs", "/quantity", "/identifiers/gtins"];
  const fields = Object.keys(Goods.shape);
  const inForm = new Set([...short, ...moreFields].map((pointer) => pointer.split("/")[1]));
  expect(fields.filter((name) => !inForm.has(name))).toEqual([]);
  const tried = fc.sample(goods, { numRuns: 300, seed: 7 });
  const asked = new Set(tried.flatMap((line) => Object.keys(toGoods(line).more)));
  expect(moreFields.filter((field) => !asked.has(field))).toEqual([]);
});

test("a line that this tab kept before the form had more fields is taken", () => {
  const { more: _, gtins: __, ...former } = gloves;
  expect(TypedGoods.parse(former)).toEqual(gloves);
});

test("a part that says nothing stays as another system sent it, until something is written into it", () => {
  const sent = Goods.parse({ category: "gloves", description: "Gloves", batches: [], medicine: {}, ipr: {} });
  expect(goodsOf(toGoods(sent))).toEqual(sent);
  const written = { ...toGoods(sent), more: { "/medicine/strength": "5 mg", "/batches": "A1" } };
  expect(goodsOf(written)).toEqual({ ...sent, batches: ["A1"], medicine: { strength: "5 mg" } });
});

test("what is typed into the long form becomes what the contract takes", () => {
  const line = goodsOf({
    ...gloves,
    hs: "HS 2022 4015.12",
    quantity: "٤٬٠٠٠",
    unit: "PR",
    more: {
      "/batches": " A1 \n\nB2\n",
      "/expires": "04/2027",
      "/value/amount": "1 250,50",
      "/value/currency": "eur",
      "/medicine/atc": "p01bf01",
      "/ipr/niceClass": "10",
    },
    gtins: [
      { value: "4006-381 333931", asPrinted: false },
      { value: "", asPrinted: false },
      { value: "4006381333932", asPrinted: true },
    ],
  });
  expect(line).toEqual({
    category: "gloves",
    description: "Gloves",
    hs: { edition: "HS2022", code: "401512" },
    quantity: { value: 4000, unit: "PR" },
    batches: ["A1", "B2"],
    expires: "2027-04",
    value: { amount: 1250.5, currency: "EUR" },
    medicine: { atc: "P01BF01" },
    ipr: { niceClass: 10 },
    identifiers: { gtins: [{ value: "4006381333931" }, { value: "4006381333932", asPrinted: true }] },
  });
  expect(Goods.parse(line)).toEqual(line);
});

test("an article number with a wrong check digit is told the right one, unless it is kept as it is printed", () => {
  const gtin = { value: "4006381333932", asPrinted: false };
  expect(told({ gtins: [gtin] })).toEqual([
    "/identifiers/gtins/0/value: The check digit of 4006381333932 would be 1. If it is printed as you wrote it, keep it as printed (asPrinted).",
  ]);
  expect(told({ gtins: [{ ...gtin, asPrinted: true }] })).toEqual([]);
});

test("an HS code of another edition is told by its code and by the edition written before it", () => {
  expect(told({ hs: "3007.10" })).toEqual([
    "/hs/code: 300710 is of HS 2028, not of HS 2022. Such goods are under 300241 there.",
  ]);
  expect(told({ hs: "HS 2017 3002.20" })).toEqual([
    "/hs/edition: HS2017 is not the edition in force: write HS2022. HS 2028 applies from 2028-01-01.",
    "/hs/code: 300220 is of HS 2017, not of HS 2022. Such goods are under 300241 there.",
  ]);
  expect(told({ hs: "hs2022: 3002.41" })).toEqual([]);
  expect(told({ hs: "３００４" })).toEqual([]);
  expect(told({ hs: "vaccines" })).toEqual(["/hs/code: An HS code has digits only, such as 3004 or 300490."]);
});

test.each<[string, Partial<Record<MoreGoods, string>>, string]>([
  [
    "a mark that reads backwards",
    { "/marks": "AB\u202E12" },
    "/marks: Remove line breaks, control characters and text direction controls.",
  ],
  [
    "a day that is not in the calendar",
    { "/expires": "31/02/2027" },
    "/expires: 2027-02-31 is not in the calendar.",
  ],
  [
    "a date that can be read in two ways",
    { "/manufactured": "04/05/2026" },
    "/manufactured: A date is written 2021, 2021-04 or 2021-04-19, as far as it is known.",
  ],
  ["an amount without a currency", { "/value/amount": "12" }, "/value/currency: This is required."],
  ["a currency without an amount", { "/value/currency": "EUR" }, "/value/amount: This is required."],
  [
    "a currency that is none",
    { "/value/amount": "12", "/value/currency": "XAU" },
    "/value/currency: XAU is no currency of ISO 4217: write three capital letters, such as EUR.",
  ],
  [
    "an ATC code that is none",
    { "/medicine/atc": "Q01" },
    "/medicine/atc: An ATC code is written as WHO does, such as P01BF01 or a class of it, such as P01B.",
  ],
  ["a Nice class that is none", { "/ipr/niceClass": "46" }, "/ipr/niceClass: Nice classes are 1 to 45."],
  ["a batch that is too long", { "/batches": "x".repeat(61) }, "/batches/0: This has at most 60 characters."],
  [
    "101 batches",
    { "/batches": Array.from({ length: 101 }, (_, n) => `B${n}`).join("\n") },
    "/batches: A line of goods has at most 100 batches.",
  ],
])("%s is refused beside its field", (_, more, sentence) => {
  expect(toldOf(more)).toContain(sentence);
});

test("a brand or batch with what nobody sees is refused beside it", () => {
  const form = emptyAlert("ipr", "en");
  const alert = { ...form, type: "alert", severity: "low", tlp: "GREEN", title: "Gloves", summary: "Found." };
  const unseen = "Remove characters that cannot be seen, such as zero-width spaces and joiners.";
  const errorsOf = (more: Partial<Record<MoreGoods, string>>) =>
    alertErrors(toContent({ ...alert, goods: [{ ...gloves, more }] }));
  expect(errorsOf({ "/brand": "Oxy\u200Btocin" })).toEqual([{ pointer: "/goods/0/brand", detail: unseen }]);
  expect(errorsOf({ "/batches": "A1\nB\u200D2" })).toEqual([
    { pointer: "/goods/0/batches/1", detail: unseen },
  ]);
  expect(errorsOf({ "/brand": "Oxytocin", "/batches": "A1" })).toEqual([]);
});

test("what is wrong, in words alone, is told to be classified", () => {
  expect(toldOf({ "/falsification/asReported": "counterfeit" })).toEqual([
    "/falsification/code: This is required.",
  ]);
});

test("digits of any keyboard are numbers, and nothing else becomes one", () => {
  expect(["٤٠٠٠", "۴۰۰۰", "४०००", "４０００", "４，０００", "٢٫٥"].map(numberIn)).toEqual([
    4000, 4000, 4000, 4000, 4000, 2.5,
  ]);
  expect(["٤ صناديق", "Ⅳ", "½"].map(numberIn)).toEqual(["٤ صناديق", "Ⅳ", "½"]);
  expect(inDigits("𝟒")).toBe("𝟒");
});

test("dates are read as they are printed where that is one way only", () => {
  const dates = [
    "04/2027",
    "4.2027",
    "30.04.2027",
    "30/4/2027",
    "2027/04",
    "٠٤/٢٠٢٧",
    "2027",
    " 2027-04-30 ",
  ];
  expect(dates.map(dateIn)).toEqual([
    "2027-04",
    "2027-04",
    "2027-04-30",
    "2027-04-30",
    "2027-04",
    "2027-04",
    "2027",
    "2027-04-30",
  ]);
  expect(["04/05/2027", "APR 2027", "12-27"].map(dateIn)).toEqual(["04/05/2027", "APR 2027", "12-27"]);
});

test("an entry that is wrong is pointed to by its line, empty ones counted", () => {
  const errors = ["/goods/0/batches/1", "/goods/0/batches/2", "/goods/0/batches", "/goods/1/batches/0"].map(
    (pointer) => ({ pointer, detail: "It is wrong." }),
  );
  expect(linesAtFault("/goods/0/batches", "A1\n\nB2\n \nC3", errors)).toEqual([3, 5]);
  expect(linesAtFault("/goods/0/batches", "A1", [])).toEqual([]);
});
