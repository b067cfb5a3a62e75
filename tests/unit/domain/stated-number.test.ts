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

/** What the standards say, written down a second time and plainly. */
const lettersOfIso6346 = "0123456789A.BCDEFGHIJK.LMNOPQRSTU.VWXYZ";
const weighted = (serial: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(serial[place]), 0);
const gtinDigit = (serial: string): number =>
  [...digits].findIndex(
    (digit) =>
      weighted(
        `${"0".repeat(13 - serial.length)}${serial}${digit}`,
        [3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1],
      ) %
        10 ===
      0,
  );

const schemes: readonly {
  readonly name: string;
  readonly schema: Schema;
  /** Of how many digits the serial number is. */
  readonly length: number;
  readonly before?: string;
  readonly after?: string;
  readonly checkDigit: (serial: string) => number;
}[] = [
  ...["CSQU", "MSKJ", "ABCZ"].map((before) => ({
    name: `container of ${before}`,
    schema: ContainerNumber,
    length: 6,
    before,
    checkDigit: (serial: string) =>
      ([...(before + serial)].reduce(
        (sum, character, place) => sum + lettersOfIso6346.indexOf(character) * 2 ** place,
        0,
      ) %
        11) %
      10,
  })),
  {
    name: "IMO number",
    schema: ImoNumber,
    length: 6,
    checkDigit: (serial) => weighted(serial, [7, 6, 5, 4, 3, 2]) % 10,
  },
  ...[7, 11, 12, 13].map((length) => ({
    name: `GTIN-${length + 1}`,
    schema: Gtin,
    length,
    checkDigit: gtinDigit,
  })),
  {
    name: "air waybill",
    schema: AirWaybill,
    length: 7,
    before: "020-",
    checkDigit: (serial) => Number(serial) % 7,
  },
  {
    name: "postal item",
    schema: PostalItem,
    length: 8,
    before: "RR",
    after: "GB",
    checkDigit: (serial) => {
      const rest = 11 - (weighted(serial, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
      return rest === 10 ? 0 : rest === 11 ? 5 : rest;
    },
  },
];

describe.each(schemes)("any $name", ({ schema, length, before = "", after = "", checkDigit }) => {
  const serials = fc.string({ unit: fc.constantFrom(...digits), minLength: length, maxLength: length });
  const places = fc.nat(length);
  const written = (numbers: string): string => before + numbers + after;

  /** Digits that the standard's own check digit fits are taken, all others are refused with the right one. */
  const expectJudged = (numbers: string): void => {
    const right = String(checkDigit(numbers.slice(0, -1)));
    const value = written(numbers);
    if (numbers.endsWith(right)) expect(schema.parse({ value })).toEqual({ value });
    else expect(reason(schema, value)).toContain(`The check digit of ${value} would be ${right}.`);
  };

  test("with its check digit is taken, with any other refused with the right one", () => {
    fc.assert(
      fc.property(serials, (serial) => {
        for (const digit of digits) expectJudged(serial + digit);
      }),
    );
  });

  test("with one other digit, at whatever place, is refused wherever the standard's arithmetic tells", () => {
    fc.assert(
      fc.property(serials, places, fc.constantFrom(...digits), (serial, place, digit) => {
        expectJudged(replaced(serial + checkDigit(serial), place, digit));
      }),
    );
  });

  test("with two neighbouring digits in each other's place is refused wherever the standard's arithmetic tells", () => {
    fc.assert(
      fc.property(serials, fc.nat(length - 1), (serial, place) => {
        const numbers = serial + checkDigit(serial);
        const [one = "", other = ""] = numbers.slice(place, place + 2);
        expectJudged(replaced(replaced(numbers, place, other), place + 1, one));
      }),
    );
  });
});

/** What the standards' arithmetic does not tell, so that nobody trusts a check digit for more than it finds. */
test.each([
  ["air waybill with a 0 for a 7", AirWaybill, "020-12345675", "020-12345605"],
  ["air waybill with a 9 for a 2", AirWaybill, "020-12345675", "020-19345675"],
  ["IMO number with a 5 for a 0 of even weight", ImoNumber, "9074729", "9574729"],
])("an %s passes", (_, schema, right, wrong) => {
  expect([reason(schema, right), reason(schema, wrong)]).toEqual(["taken", "taken"]);
});
