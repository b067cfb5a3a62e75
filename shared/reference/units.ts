import list from "./data/units.json" with { type: "json" };

/** Units of UN/ECE Recommendation 20 and packages of Recommendation 21: the part that customs uses. Source: UNECE. */
export const units: readonly { readonly code: string; readonly name: string; readonly list: string }[] = list;

export const unitCodes: ReadonlySet<string> = new Set(units.map(({ code }) => code));
