import type * as z from "zod/mini";
import { type Scheme, statedNumber, wrongCheckDigit } from "./stated-number.ts";

/** ISO 6346 gives letters the values from 10 on and leaves out the multiples of 11. */
const characterValue = (character: string): number => {
  const value = Number.parseInt(character, 36);
  return value < 10 ? value : value + Math.floor((value - 1) / 10);
};

/** Of the ten characters before it: weights 1, 2, 4 … 512, modulo 11, a ten counted as 0. */
const checkDigit = (serial: string): string =>
  String(
    ([...serial].reduce((sum, character, place) => sum + characterValue(character) * 2 ** place, 0) % 11) %
      10,
  );

const containerScheme: Scheme = {
  fault: (number) => {
    if (/^[A-Z]{3}[UJZ]\d{6}$/.test(number))
      return `${number} lacks its check digit, which would be ${checkDigit(number)}.`;
    if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(number))
      return "A container number has four letters, the last of them U, J or Z, then seven digits, such as CSQU3054383.";
    const right = checkDigit(number.slice(0, 10));
    return number.endsWith(right) ? undefined : wrongCheckDigit(number, right);
  },
};

export const ContainerNumber = statedNumber(containerScheme, {
  describe: "Container number with its check digit (ISO 6346)",
  example: "CSQU3054383",
});
export type ContainerNumber = z.infer<typeof ContainerNumber>;
