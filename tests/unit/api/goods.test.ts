import { beforeEach, describe, expect, test } from "vitest";
import { content, draft, type Exchange, exchange } from "./exchange.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const [line] = content.goods;
const withLine = (change: object) => ({ ...content, goods: [{ ...line, ...change }] });
const told = async (body: unknown) => {
  const { status, errors } = await of.refused("FR officer", "POST", "/v1/alerts", body);
  expect(status).toBe(422);
  return errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
};

const whole = {
  ...line,
  category: "medicines",
  categoryAsReported: "pharmaceuticals",
  description: "Oxytocin 10 IU, ampoules",
  hs: { edition: "HS2022", code: "300439" },
  hsAsReported: "3004.39.00",
  quantity: { value: 4000, unit: "AM" },
  quantityAsReported: "four cartons",
  value: { amount: 1250.5, currency: "EUR" },
  valueAsReported: "about 1,250 euro",
  brand: "As printed",
  marks: "AB/12 1-40",
  statedManufacturer: "A maker that need not exist",
  batches: ["OX2291", "OX 2292/B"],
  batchesAsReported: "OX2291 and\nothers",
  manufactured: "2025",
  manufacturedAsReported: "early 2025",
  expires: "2027-04",
  expiresAsReported: "04/27",
  origin: "IN",
  originAsReported: "India, stated",
  identifiers: {
    gtins: [{ value: "4006381333931" }, { value: "4006381333932", asPrinted: true }],
    serials: ["SN-0001"],
    registrations: ["MA 12/34"],
    models: ["10 IU"],
  },
  medicine: {
    inn: ["oxytocin"],
    innAsReported: "ocytocin",
    atc: "H01BB02",
    atcAsReported: "hormones",
    strength: "10 IU/ml",
    form: "ampoule of 1 ml",
    storage: "2–8 °C",
  },
  falsification: { code: "api", asReported: "no active ingredient" },
  ipr: {
    right: "trademark",
    rightAsReported: "counterfeit",
    mark: "AS PRINTED",
    niceClass: 5,
    rightHolder: "A right holder",
    applicationForAction: "FR-2026-1",
    evidence: "The leaflet\nis of another product.",
  },
};

test("a product with all that the record knows of one is read as it was written", async () => {
  const { path } = await draft(of, { goods: [whole] });
  const { json } = await of.call("FR officer", "GET", path);
  expect(json.goods).toEqual([whole]);
});

test("thirty products are taken and thirty-one are not", async () => {
  const { path } = await draft(of, { goods: Array.from({ length: 30 }, () => line) });
  const { json } = await of.call("FR officer", "GET", path);
  expect(json.goods).toHaveLength(30);
  expect(await told({ ...content, goods: Array.from({ length: 31 }, () => line) })).toEqual([
    "/goods: An alert has at most 30 lines of goods; tell of the others in another alert.",
  ]);
  expect(await told({ ...content, goods: [] })).toEqual([
    "/goods: Describe at least one product: its category and what it is.",
  ]);
});

const unseen = "Remove characters that cannot be seen, such as zero-width spaces and joiners.";
const misread = "Remove line breaks, control characters and text direction controls.";

describe("a product is refused at the field at fault", () => {
  test.each<[string, object, readonly string[]]>([
    ["a brand with a zero-width space", { brand: "Oxy\u200Btocin" }, [`/goods/0/brand: ${unseen}`]],
    [
      "a brand of nothing that is seen",
      { brand: "\u200B\u2060" },
      ["/goods/0/brand: This is required: write at least one character that can be seen."],
    ],
    [
      "marks that are turned round",
      { marks: "AB\u202E21" },
      [`/goods/0/marks: ${misread}`, `/goods/0/marks: ${unseen}`],
    ],
    ["the second batch with a joiner", { batches: ["A1", "B\u200D2"] }, [`/goods/0/batches/1: ${unseen}`]],
    ["a batch of two lines", { batches: ["A1\nB2"] }, [`/goods/0/batches/0: ${misread}`]],
    [
      "a serial number that ends in a direction mark",
      { identifiers: { serials: ["SN1\u200F"] } },
      [`/goods/0/identifiers/serials/0: ${unseen}`],
    ],
    [
      "a protected mark with a soft hyphen",
      { ipr: { mark: "MA\u00ADRK" } },
      [`/goods/0/ipr/mark: ${unseen}`],
    ],
    [
      "an article number with a wrong digit",
      { identifiers: { gtins: [{ value: "4006381333932" }] } },
      [
        "/goods/0/identifiers/gtins/0/value: The check digit of 4006381333932 would be 1. If it is printed as you wrote it, keep it as printed (asPrinted).",
      ],
    ],
    [
      "an article number in the digits of another script",
      { identifiers: { gtins: [{ value: "٤٠٠٦٣٨١٣٣٣٩٣١" }] } },
      [
        "/goods/0/identifiers/gtins/0/value: Write it with the letters A to Z and the digits 0 to 9; ٤ (U+0664) is none of them.",
      ],
    ],
    [
      "an HS code of the former edition",
      { hs: { edition: "HS2022", code: "300220" } },
      ["/goods/0/hs/code: 300220 is of HS 2017, not of HS 2022. Such goods are under 300241 there."],
    ],
    [
      "an HS code of the next edition, said to be of it",
      { hs: { edition: "HS2028", code: "300710" } },
      [
        "/goods/0/hs/edition: HS2028 is not the edition in force: write HS2022. HS 2028 applies from 2028-01-01.",
        "/goods/0/hs/code: 300710 is of HS 2028, not of HS 2022. Such goods are under 300241 there.",
      ],
    ],
    [
      "an HS code without its edition",
      { hs: { code: "3004" } },
      [
        "/goods/0/hs/edition: An HS code is never without its edition: write HS2022. HS 2028 applies from 2028-01-01.",
      ],
    ],
    [
      "an HS code in full-width digits",
      { hs: { edition: "HS2022", code: "３００４" } },
      ["/goods/0/hs/code: Write an HS code with the digits 0 to 9; ３ is none of them."],
    ],
    [
      "an expiry of 31 February",
      { expires: "2027-02-31" },
      ["/goods/0/expires: 2027-02-31 is not in the calendar."],
    ],
    [
      "an expiry as it is printed",
      { expires: "04/2027" },
      ["/goods/0/expires: A date is written 2021, 2021-04 or 2021-04-19, as far as it is known."],
    ],
    [
      "a value in gold",
      { value: { amount: 1, currency: "XAU" } },
      ["/goods/0/value/currency: XAU is no currency of ISO 4217: write three capital letters, such as EUR."],
    ],
    [
      "a class that is none of medicines",
      { medicine: { atc: "Q01" } },
      [
        "/goods/0/medicine/atc: An ATC code is written as WHO does, such as P01BF01 or a class of it, such as P01B.",
      ],
    ],
    [
      "a Nice class that is none",
      { ipr: { niceClass: 46 } },
      ["/goods/0/ipr/niceClass: Nice classes are 1 to 45."],
    ],
    [
      "101 batches",
      { batches: Array.from({ length: 101 }, (_, n) => `B${n}`) },
      ["/goods/0/batches: A line of goods has at most 100 batches."],
    ],
  ])("%s", async (_, change, sentences) => {
    expect(await told(withLine(change))).toEqual(sentences);
  });
});

test("an article number is kept as its standard writes it, in whatever digits and groups it was typed", async () => {
  const gtins = [{ value: "４００６３８１３３３９３１" }, { value: "4006 381-333931" }];
  const { path } = await draft(of, { goods: [{ ...line, identifiers: { gtins } }] });
  const { json } = await of.call("FR officer", "GET", path);
  expect(json.goods[0].identifiers.gtins).toEqual([{ value: "4006381333931" }, { value: "4006381333931" }]);
});
