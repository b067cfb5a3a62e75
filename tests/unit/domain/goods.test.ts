import fc from "fast-check";
import { expect, test } from "vitest";
import type * as z from "zod/mini";
import { Goods, HsPrefix, unseenInGoods } from "../../../shared/domain/goods.ts";

const reasons = (schema: z.ZodMiniType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
const goods = (changes: object): readonly string[] =>
  reasons(Goods, { category: "gloves", description: "Gloves", ...changes });
const hs = (code: string) => goods({ hs: { edition: "HS2022", code } });

test("an HS code is refused with what would be right", () => {
  expect(hs("30043")).toEqual(["An HS code has 4 or 6 digits; 30043 has 5. The heading is 3004."]);
  expect(hs("300499")).toEqual(["300499 is not in HS 2022. The heading 3004 is."]);
  expect(hs("9999")).toEqual(["9999 is not in HS 2022."]);
  expect(hs("30")).toEqual(["An HS code has 4 or 6 digits; 30 has 2."]);
  expect(hs("3004.90")).toEqual(["An HS code has digits only, such as 3004 or 300490."]);
  expect(reasons(HsPrefix, "30")).toEqual([]);
  expect(reasons(HsPrefix, "300")).toHaveLength(1);
  expect(goods({ hs: { edition: "HS2022", code: 3004 } })).toEqual(['An HS code is a text, such as "3004".']);
});

test("an HS code in the digits of another script is refused by the digit", () => {
  expect(hs("３００４")).toEqual(["Write an HS code with the digits 0 to 9; ３ is none of them."]);
  expect(hs("٣٠٠٤")).toEqual(["Write an HS code with the digits 0 to 9; ٣ is none of them."]);
  expect(hs("30०4")).toEqual(["Write an HS code with the digits 0 to 9; ० is none of them."]);
});

test.each([
  ["300220", "300220 is of HS 2017, not of HS 2022. Such goods are under 300241 there."],
  ["401511", "401511 is of HS 2017, not of HS 2022. Such goods are under 401512 there."],
  ["382200", "382200 is of HS 2017, not of HS 2022. Such goods are under 3822 there."],
  ["3007", "3007 is of HS 2028, not of HS 2022. Such goods are under 300241 there."],
  ["300710", "300710 is of HS 2028, not of HS 2022. Such goods are under 300241 there."],
  ["3008", "3008 is of HS 2028, not of HS 2022. Such goods are under 300242 there."],
])("%s, a code of another edition of the HS, is refused with the one of HS 2022", (code, reason) => {
  expect(hs(code)).toEqual([reason]);
  const [, now = ""] = /under (\d+) there/.exec(reason) ?? [];
  expect(hs(now)).toEqual([]);
});

test("an HS code goes with its edition, and with no other than the one in force", () => {
  expect(goods({ hs: { edition: "HS2017", code: "3004" } })).toEqual([
    "HS2017 is not the edition in force: write HS2022. HS 2028 applies from 2028-01-01.",
  ]);
  expect(goods({ hs: { code: "3004" } })).toEqual([
    "An HS code is never without its edition: write HS2022. HS 2028 applies from 2028-01-01.",
  ]);
});

const unseen = "Remove characters that cannot be seen, such as zero-width spaces and joiners.";
const misread = "Remove line breaks, control characters and text direction controls.";
test.each<[string, (value: string) => object]>([
  ["mark on the packages", (marks) => ({ marks })],
  ["serial number", (serial) => ({ identifiers: { serials: [serial] } })],
  ["marketing authorisation", (registration) => ({ identifiers: { registrations: [registration] } })],
  ["model", (model) => ({ identifiers: { models: [model] } })],
  ["protected mark", (mark) => ({ ipr: { mark } })],
  ["number of an application for action", (applicationForAction) => ({ ipr: { applicationForAction } })],
])("nothing in a %s is unseen or turns its direction", (_, written) => {
  for (const character of ["\u200B", "\u200C", "\u200D", "\u200E", "\u2060", "\uFEFF", "\u00AD", "\u180E"])
    expect(goods(written(`AB${character}12`))).toEqual([unseen]);
  // A byte order mark at an end is a space to be trimmed.
  for (const character of ["\u200B", "\u2060"]) expect(goods(written(`AB12${character}`))).toEqual([unseen]);
  for (const character of ["\u2028", "\u2029", "\u0007", "\n"])
    expect(goods(written(`AB${character}12`))).toEqual([misread]);
  for (const character of ["\u202A", "\u202B", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"])
    expect(goods(written(`AB${character}12`))).toEqual([misread, unseen]);
  expect(goods(written(" AB 12/é ٣ 口罩 "))).toEqual([]);
});

test("a quantity is a positive number of at most three decimals in one known unit", () => {
  const quantity = (value: unknown, unit: object = { unit: "KGM" }) =>
    goods({ quantity: { value, ...unit } });
  expect(quantity(-1)).toEqual(["A quantity is greater than 0."]);
  expect(quantity(Number.POSITIVE_INFINITY)).toHaveLength(1);
  expect(quantity("3")).toEqual(["A quantity is a number."]);
  expect(quantity(1e13)).toHaveLength(1);
  expect(quantity(0.0001)).toEqual(["A quantity has at most three decimals."]);
  expect(quantity(2.675)).toEqual([]);
  expect(quantity(1, { unit: "QQQ" })[0]).toContain("QQQ is neither a unit of UN/ECE Rec 20");
  expect(quantity(1, {})).toHaveLength(1);
  expect(quantity(1, { unit: "KGM", unitText: "kilos" })).toHaveLength(1);
  expect(quantity(1, { unitText: "sachets" })).toEqual([]);
});

test("a quantity has no more than thousandths of its unit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (thousandths) => {
      expect(goods({ quantity: { value: thousandths / 1000, unit: "KGM" } })).toEqual([]);
      expect(goods({ quantity: { value: (thousandths * 10 + 5) / 10_000, unit: "KGM" } })).toHaveLength(1);
    }),
  );
});

test("nothing in a brand or a batch number is unseen, though what was stored before is read as it is", () => {
  const line = { category: "gloves", description: "Gloves" };
  for (const character of ["\u200B", "\u200C", "\u200D", "\u200E", "\u2060", "\uFEFF", "\u00AD"]) {
    const branded = Goods.parse({ ...line, brand: `AB${character}12` });
    const batched = Goods.parse({ ...line, batches: ["A1", `AB${character}12`] });
    expect(unseenInGoods([branded])).toEqual({ pointer: "/goods/0/brand", detail: unseen });
    expect(unseenInGoods([Goods.parse(line), batched])).toEqual({
      pointer: "/goods/1/batches/1",
      detail: unseen,
    });
  }
  for (const character of ["\u202E", "\u2066", "\n"])
    expect(goods({ brand: `AB${character}12`, batches: [`AB${character}12`] })).toEqual([misread, misread]);
  expect(
    unseenInGoods([Goods.parse({ ...line, brand: "Ünseen ٣", batches: ["AB 12/é 口罩"] })]),
  ).toBeUndefined();
});
