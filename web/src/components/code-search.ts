import type { CodeOption } from "./code-combobox.tsx";

/** Without accents and case, so that "reunion" finds Réunion. */
const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Options whose code begins with the text, then those whose name has each of its words; all of them for no text. */
export const searchOptions = (
  options: readonly CodeOption[],
  text: string,
  limit = 60,
): readonly CodeOption[] => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options.slice(0, limit);
  const byCode = options.filter(({ code }) => code.toLowerCase().startsWith(words.join("")));
  const byName = options.filter(
    (option) => !byCode.includes(option) && words.every((word) => plain(option.name).includes(word)),
  );
  return [...byCode, ...byName].slice(0, limit);
};
