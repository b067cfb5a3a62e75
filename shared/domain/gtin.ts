import type * as z from "zod/mini";
import { type Scheme, statedNumber, wrongCheckDigit } from "./stated-number.ts";

/** From the right, weights 3 and 1 in turn, up to the next ten. */
const checkDigit = (serial: string): string => {
  const sum = [...serial]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
};

const gtinScheme: Scheme = {
  fault: (number) => {
    if (!/^(\d{8}|\d{12,14})$/.test(number))
      return "A GTIN has 8, 12, 13 or 14 digits, such as 4006381333931.";
    const right = checkDigit(number.slice(0, -1));
    return number.endsWith(right) ? undefined : wrongCheckDigit(number, right);
  },
};

export const Gtin = statedNumber(gtinScheme, {
  describe:
    "Article number: GTIN-8, -12, -13 or -14, the number under a bar code (GS1 General Specifications)",
  example: "4006381333931",
});
export type Gtin = z.infer<typeof Gtin>;
