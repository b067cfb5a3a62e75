import data from "./data/hs-2022-names.json" with { type: "json" };

/**
 * HS 2022 in words, apart from its codes because of its size: load it when somebody searches.
 * Source: datasets/harmonized-system (ODC-PDDL); the wording is Comtrade's, not the legal text.
 */
const names: ReadonlyMap<string, string> = new Map(Object.entries(data));

export const hsName = (code: string): string | undefined => names.get(code);

/** Headings and subheadings whose code begins with the words asked for, or whose name has each of them. */
export const searchHs = (query: string, limit = 20): readonly { code: string; name: string }[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const digits = words.join("").replaceAll(".", "");
  const meets = (code: string, name: string): boolean =>
    /^\d+$/.test(digits) ? code.startsWith(digits) : words.every((word) => name.toLowerCase().includes(word));
  return [...names]
    .filter(([code, name]) => code.length >= 4 && meets(code, name))
    .slice(0, limit)
    .map(([code, name]) => ({ code, name }));
};
