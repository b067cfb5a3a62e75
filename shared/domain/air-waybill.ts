import type * as z from "zod/mini";
import { type Scheme, statedNumber, wrongCheckDigit } from "./stated-number.ts";

/** Of the serial number's seven digits alone, modulo 7: a 7, 8 or 9 in place of a 0, 1 or 2 is not found. */
const checkDigit = (serial: string): string => String(Number(serial) % 7);

const spelling = (number: string): string => `${number.slice(0, 3)}-${number.slice(3)}`;

const airWaybillScheme: Scheme = {
  fault: (number) => {
    const right = checkDigit(number.slice(3, 10));
    if (/^\d{10}$/.test(number)) return `${spelling(number)} lacks its check digit, which would be ${right}.`;
    if (!/^\d{11}$/.test(number))
      return "An air waybill has the airline's three digits, then eight more, such as 020-12345675.";
    return number.endsWith(right) ? undefined : wrongCheckDigit(spelling(number), right);
  },
  spelling,
};

export const AirWaybill = statedNumber(airWaybillScheme, {
  describe: "Air waybill: airline prefix, serial number, check digit modulo 7 (IATA Resolution 600a)",
  example: "020-12345675",
});
export type AirWaybill = z.infer<typeof AirWaybill>;
