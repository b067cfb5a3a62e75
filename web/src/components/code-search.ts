/** A code and what it stands for, in the reader's language or the one it is published in. */
export interface CodeOption {
  readonly code: string;
  readonly name: string;
  readonly language?: string;
}

/** Without accents and case, so that "reunion" finds Réunion. */
const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Whether a name has each word; at its beginning, at the beginning of its words, or anywhere. */
const rankOf = (name: string, words: readonly string[]): number => {
  if (name.startsWith(words.join(" "))) return 0;
  if (words.every((word) => ` ${name}`.includes(` ${word}`))) return 1;
  return words.every((word) => name.includes(word)) ? 2 : 3;
};

/** Options whose code begins with the text, then those whose name has each of its words; all of them for no text. */
export const searchOptions = (
  options: readonly CodeOption[],
  text: string,
  limit = 60,
): readonly CodeOption[] => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options.slice(0, limit);
  const isCode = ({ code }: CodeOption): boolean => plain(code).startsWith(words.join(""));
  const ranked = options.map((option) => ({
    option,
    rank: isCode(option)
      ? plain(option.code) === words.join("")
        ? -2
        : 1
      : rankOf(plain(option.name), words),
  }));
  return ranked
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ option }) => option);
};
