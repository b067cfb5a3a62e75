import data from "./data/locodes.json" with { type: "json" };

/** A place of trade: its UN/LOCODE and its name. */
export interface Locode {
  readonly code: string;
  readonly name: string;
}

/**
 * Ports, airports, border crossings and postal exchange offices of UN/LOCODE 2024-2 (UNECE): a part of the list, so that
 * a code missing here may still be right. By country, a place a line: three characters of its code, then its name.
 */
const byCountry: ReadonlyMap<string, string> = new Map(Object.entries(data));

export const locodesOf = (country: string): readonly Locode[] =>
  (byCountry.get(country) ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line) => ({ code: `${country}${line.slice(0, 3)}`, name: line.slice(3) }));
