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
