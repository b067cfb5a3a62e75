import codes from "./data/hs-2022-codes.json" with { type: "json" };

/** HS 2022 at 2, 4 and 6 digits. Source: datasets/harmonized-system (ODC-PDDL); names are in data/hs-2022-names.json. */
const hs2022: ReadonlySet<string> = new Set(codes.split(" "));

export const isHsCode = (code: string): boolean => hs2022.has(code);
