import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AirWaybill } from "../../../shared/domain/air-waybill.ts";
import { ContainerNumber } from "../../../shared/domain/container-number.ts";
import { Gtin } from "../../../shared/domain/gtin.ts";
import { ImoNumber } from "../../../shared/domain/imo-number.ts";
import { PostalItem } from "../../../shared/domain/postal-item.ts";

type Schema = typeof Gtin;

const fullWidth = (number: string): string =>
  number.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const inDigitsFrom = (zero: number) => (number: string) =>
  number.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const replaced = (number: string, place: number, character: string): string =>
  number.slice(0, place) + character + number.slice(place + 1);
const reason = (schema: Schema, value: string): string =>
  schema.safeParse({ value }).error?.issues[0]?.message ?? "taken";

/** `check`: where the check digit stands. `swapped`: two digits of the first one in each other's place, which its scheme finds. */
const kinds: readonly {
  readonly name: string;
  readonly schema: Schema;
  readonly valid: readonly [string, ...string[]];
  readonly check: (number: string) => number;
  readonly swapped: string;
  readonly shapeless: readonly string[];
}[] = [
  {
    name: "container",
    schema: ContainerNumber,
    valid: ["CSQU3054383", "MSKU6011672"],
    check: () => 10,
    swapped: "CSQU3504383",
    shapeless: ["CSQ3054383", "CSQX3054383", "CSQU30543831", "12345678901"],
  },
  {
    name: "IMO number",
    schema: ImoNumber,
    valid: ["9074729", "9321483"],
    check: () => 6,
    swapped: "9047729",
    shapeless: ["90747", "90747290", "ABC9074729", "907472X"],
  },
  {
    name: "GTIN",
    schema: Gtin,
    valid: ["4006381333931", "96385074", "036000291452", "04006381333931"],
    check: (number) => number.length - 1,
    swapped: "4060381333931",
    shapeless: ["400638133", "400638133393123", "4006381A33931"],
  },
  {
    name: "air waybill",
    schema: AirWaybill,
    valid: ["020-12345675", "176-12345675"],
    check: (number) => number.length - 1,
    swapped: "020-21345675",
    shapeless: ["020-123456", "0020-12345675", "LH0-12345675", "12345675"],
  },
  {
    name: "postal item",
    schema: PostalItem,
    valid: ["RR473124829GB", "EE473124829CN"],
    check: () => 10,
    swapped: "RR743124829GB",
    shapeless: ["R473124829GB", "RR473124829", "RR4731248291GB", "47312482"],
  },
];

const digits = "0123456789";

describe.each(kinds)("a $name", ({ schema, valid, check, swapped, shapeless }) => {
  const [first] = valid;
  const accepted = valid.flatMap((number) => [
    [number, number],
    [number.toLowerCase(), number],
    [fullWidth(number), number],
    [[...number].join(" "), number],
    [[...number].join("\u00A0"), number],
    [` ${number.slice(0, 4)}-${number.slice(4)} `, number],
  ]);
  const wrong = valid.flatMap((number) =>
    [...digits]
      .filter((digit) => digit !== number[check(number)])
      .map((digit) => ({ number, typed: replaced(number, check(number), digit) })),
  );
  const foreign = [0x660, 0x6f0, 0x966, 0xe50].map((zero) => inDigitsFrom(zero)(first));

  test("is tried with thirty numbers at least", () => {
    const all = [...accepted, ...wrong, ...foreign, ...shapeless, swapped];
    expect(all.length).toBeGreaterThanOrEqual(30);
  });

  test.each(accepted)("written %j is kept as %s", (typed, number) => {
    expect(schema.parse({ value: typed })).toEqual({ value: number });
  });

  test.each(wrong)("$typed is refused with the digit of $number", ({ number, typed }) => {
    expect(reason(schema, typed)).toBe(
      `The check digit of ${typed} would be ${number[check(number)]}. If it is printed as you wrote it, keep it as printed (asPrinted).`,
    );
    expect(schema.parse({ value: typed, asPrinted: true })).toEqual({ value: typed, asPrinted: true });
  });

  test("with two digits in each other's place is refused", () => {
    expect(reason(schema, swapped)).toMatch(/^The check digit of /);
  });

  test.each(foreign)("in digits of another script, %s, is refused by the digit", (typed) => {
    expect(reason(schema, typed)).toMatch(/^Write it with the letters A to Z and the digits 0 to 9; . \(U\+/);
  });

  test.each(shapeless)("%s is refused with an example", (typed) => {
    expect(reason(schema, typed)).toMatch(/, such as .+\.$|^The check digit|lacks its check digit/);
  });

  test.each(["\u202E", "\u200B", "\u200D", "\uFEFF", "\u2066", "\u00AD"])(
    "is refused with %j in it, as printed too",
    (unseen) => {
      const value = first.slice(0, 3) + unseen + first.slice(3);
      expect(schema.safeParse({ value }).success).toBe(false);
      expect(schema.safeParse({ value, asPrinted: true }).success).toBe(false);
    },
  );
});

/** A number of the kind's shape, made valid by what its refusal says, and one other digit in one place. */
const oneDigitWrong = (length: number) =>
  fc.tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }),
    fc.nat(length - 1),
    fc.integer({ min: 1, max: 9 }),
  );
const rightCheckDigit = (schema: Schema, write: (serial: string) => string): string => {
  const [, told] = /would be (\d)/.exec(reason(schema, write("0"))) ?? [];
  return told ?? "0";
};

const tries = [
  {
    name: "GTIN-13",
    schema: Gtin,
    length: 12,
    write: (s: string) => (c: string) => `${s}${c}`,
    unless: () => false,
  },
  {
    name: "air waybill",
    schema: AirWaybill,
    length: 7,
    write: (s: string) => (c: string) => `020-${s}${c}`,
    // Modulo 7, seven more is the same.
    unless: (before: number, after: number) => Math.abs(before - after) === 7,
  },
];

test.each(tries)("one wrong digit of a $name is always found", ({ schema, length, write, unless }) => {
  fc.assert(
    fc.property(oneDigitWrong(length), ([serial, place, more]) => {
      const check = rightCheckDigit(schema, write(serial.join("")));
      expect(reason(schema, write(serial.join(""))(check))).toBe("taken");
      const before = serial[place] ?? 0;
      const after = (before + more) % 10;
      const other = serial.with(place, after).join("");
      expect(reason(schema, write(other)(check)) === "taken").toBe(unless(before, after));
    }),
  );
});
