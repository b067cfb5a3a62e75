import type * as z from "zod/mini";
import { type Scheme, statedNumber, wrongCheckDigit } from "./stated-number.ts";

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** Modulo 11 down from 11; a ten is counted as 0, an eleven as 5. */
const checkDigit = (serial: string): string => {
  const left = 11 - (weights.reduce((sum, weight, place) => sum + weight * Number(serial[place]), 0) % 11);
  return left === 10 ? "0" : left === 11 ? "5" : String(left);
};

const postalItemScheme: Scheme = {
  fault: (number) => {
    const right = checkDigit(number.slice(2, 10));
    if (/^[A-Z]{2}\d{8}[A-Z]{2}$/.test(number))
      return `${number} lacks its check digit, which would be ${right}, before ${number.slice(-2)}.`;
    if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number))
      return "A postal item has two letters, nine digits and the country's two letters, such as RR473124829GB.";
    return number[10] === right ? undefined : wrongCheckDigit(number, right);
  },
};

export const PostalItem = statedNumber(postalItemScheme, {
  describe: "Postal item identifier (UPU S10)",
  example: "RR473124829GB",
});
export type PostalItem = z.infer<typeof PostalItem>;
