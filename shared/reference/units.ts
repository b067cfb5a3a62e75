import list from "./data/units.json" with { type: "json" };

export interface Unit {
  readonly code: string;
  /** `rec20` units of measure, `rec21` packages. */
  readonly list: string;
  readonly en: string;
  readonly fr: string;
}

/**
 * Units of UN/ECE Recommendation 20 and packages of Recommendation 21: the part that customs uses.
 * Source: UNECE; French names ours.
 */
export const units: readonly Unit[] = list;

const byCode: ReadonlyMap<string, Unit> = new Map(units.map((unit) => [unit.code, unit]));

export const unitCodes: ReadonlySet<string> = new Set(byCode.keys());

export const unitName = (code: string, locale: string): string =>
  byCode.get(code)?.[locale.startsWith("fr") ? "fr" : "en"] ?? code;
