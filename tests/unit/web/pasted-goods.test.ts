import { expect, test } from "vitest";
import { noGoods } from "../../../web/src/pages/alerts/goods-form.ts";
import { cellsOf, pastedGoods } from "../../../web/src/pages/alerts/pasted-goods.ts";

const names = { gloves: "Gants", medicines: "Médicaments" };
const gloves = {
  ...noGoods,
  category: "gloves",
  description: "Nitrile",
  hs: "4015.12",
  quantity: "4,000",
  unit: "PR",
};

test.each([
  ["without a header, in the default order", "gloves\tNitrile\t4015.12\t4,000\tPR"],
  [
    "with a header in another order",
    "Quantity\tUnit\tDescription\tCategory\tHS code\n4,000\tpair\tNitrile\tGants\t4015.12",
  ],
  [
    "with a French header",
    "Désignation\tCatégorie\tCode SH\tQuantité\tUnité\r\nNitrile\tgloves\t4015.12\t4,000\tpaire\r\n",
  ],
  [
    "with a Russian header",
    "Описание\tКатегория\tКод ТН ВЭД\tКоличество\tЕдиница\nNitrile\tgloves\t4015.12\t4,000\tPR",
  ],
])("rows of a spreadsheet become goods %s", (_, text) => {
  expect(pastedGoods(text, names)).toEqual({ goods: [gloves], kept: [] });
});

test("what is not understood is told by its row and stands in the description", () => {
  const { goods, kept } = pastedGoods(
    "Category\tProduct\tColour\nhats\tNitrile\tblue\n\ngloves\tLatex",
    names,
  );
  expect(goods.map(({ category, description }) => [category, description])).toEqual([
    ["", "Nitrile; hats; blue"],
    ["gloves", "Latex"],
  ]);
  expect(kept).toEqual([{ row: 2, texts: ["hats", "blue"] }]);
});

test("cells in quotes keep their quotes, and a space for each tab and break", () => {
  expect(cellsOf('gloves\t"Box of ""100""\nblue\tlarge"\t401512')).toEqual([
    ["gloves", 'Box of "100" blue large', "401512"],
  ]);
  expect(cellsOf('5" pipe\tx')).toEqual([['5" pipe', "x"]]);
});

const more = (header: string, row: string) => pastedGoods(`${header}\n${row}`, names).goods[0];

test("columns of the long form are taken where the first row names them", () => {
  expect(
    pastedGoods(
      "Category\tDescription\tBrand\tLot\tManufactured\tExpiry date\tGTIN\tSerial number\tManufacturer\tOrigin\tValue\tCurrency\tINN\tStrength\tForm\n" +
        "medicines\tOxytocin\tOxy\tA1; B 2/3,C4\t2025\t04/2027\t4006381333931\tS1\tA maker\tIN\t1 250,50\tEUR\toxytocin\t10 IU/ml\tampoule",
      names,
    ),
  ).toEqual({
    goods: [
      {
        ...noGoods,
        category: "medicines",
        description: "Oxytocin",
        more: {
          "/brand": "Oxy",
          "/batches": "A1\nB 2/3\nC4",
          "/manufactured": "2025",
          "/expires": "04/2027",
          "/identifiers/serials": "S1",
          "/statedManufacturer": "A maker",
          "/origin": "IN",
          "/value/amount": "1 250,50",
          "/value/currency": "EUR",
          "/medicine/inn": "oxytocin",
          "/medicine/strength": "10 IU/ml",
          "/medicine/form": "ampoule",
        },
        gtins: [{ value: "4006381333931", asPrinted: false }],
      },
    ],
    kept: [],
  });
});

test.each(["Inde", "india", "الهند", "Индия", "Índia", "in"])(
  "a country named %s is found by its name in any of the six languages",
  (country) =>
    expect(more("Description\tPays d'origine", `Gants\t${country}`)?.more).toEqual({ "/origin": "IN" }),
);

test.each(["N° de lot", "Lot", "Número de lote", "رقم التشغيلة", "Номер партии", "Batch No"])(
  "a column called %s has batches",
  (header) => expect(more(`Description\t${header}`, "Gants\tA1,B2")?.more).toEqual({ "/batches": "A1\nB2" }),
);

test("a second column of the same name, and a country that is none, are told and kept", () => {
  expect(pastedGoods("Description\tLot\tBatch\tOrigin\nGloves\tA1\tB2\tAtlantis", names)).toEqual({
    goods: [{ ...noGoods, description: "Gloves; B2; Atlantis", more: { "/batches": "A1" } }],
    kept: [{ row: 2, texts: ["B2", "Atlantis"] }],
  });
});
