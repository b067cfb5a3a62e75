import type * as z from "zod/mini";
import { type Scheme, statedNumber, wrongCheckDigit } from "./stated-number.ts";

const digits = (number: string): string => number.replace(/^IMO/, "");

/** Weights 7 to 2, modulo 10. It does not find every wrong digit: where a 0 stands for a 5, an even weight gives the same. */
const checkDigit = (serial: string): string =>
  String([...serial].reduce((sum, digit, place) => sum + Number(digit) * (7 - place), 0) % 10);

const imoScheme: Scheme = {
  fault: (written) => {
    const number = digits(written);
    if (/^\d{6}$/.test(number))
      return `${number} lacks its check digit, which would be ${checkDigit(number)}.`;
    if (!/^\d{7}$/.test(number)) return "An IMO number has seven digits, such as 9074729.";
    const right = checkDigit(number.slice(0, 6));
    return number.endsWith(right) ? undefined : wrongCheckDigit(number, right);
  },
  spelling: digits,
};

export const ImoNumber = statedNumber(imoScheme, {
  describe: "IMO ship identification number, without the letters IMO (resolution A.1117(30))",
  example: "9074729",
});
export type ImoNumber = z.infer<typeof ImoNumber>;
