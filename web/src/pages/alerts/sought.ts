import { beginningOf } from "../../i18n/days.ts";
import { readersZone } from "../../i18n/format.ts";
import type { SoughtAlerts } from "../../path-builder.ts";

/** A filter as the API takes it: days are those of the reader's own zone, both included. */
export const soughtQuery = ({ from, to, ...rest }: SoughtAlerts, zone = readersZone()) => {
  const [first, end] = [beginningOf(from, zone), beginningOf(to, zone, 1)];
  return {
    ...rest,
    ...(first === undefined ? {} : { from: new Date(first).toISOString() }),
    ...(end === undefined ? {} : { to: new Date(end - 1).toISOString() }),
  };
};

/** The same without one part of it. */
export const without = (sought: SoughtAlerts, part: keyof SoughtAlerts): SoughtAlerts =>
  Object.fromEntries(Object.entries(sought).filter(([name]) => name !== part));

export const partsOf = (sought: SoughtAlerts): readonly (keyof SoughtAlerts)[] =>
  Object.keys(sought) as (keyof SoughtAlerts)[];
