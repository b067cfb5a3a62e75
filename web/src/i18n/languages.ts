/** A language of the console. */
export interface Language {
  /** BCP 47; also the name of its catalogue. */
  readonly tag: string;
  /** Its own name, as its readers look for it. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

/** The language in which the texts are written in the code. */
export const sourceLanguage = "en";

/** Each language costs a line here and a catalogue beside this file, `catalogues/<tag>.po`. */
export const languages: readonly Language[] = [
  { tag: "en", name: "English", direction: "ltr" },
  { tag: "fr", name: "Français", direction: "ltr" },
];

/** The first of a reader's languages that the console speaks; a region or script is not asked for. */
export const chooseLanguage = (wanted: readonly string[]): Language => {
  const [fallback] = languages;
  if (fallback === undefined) throw new Error("The console speaks no language.");
  const spoken = wanted.map((tag) =>
    languages.find((language) => language.tag === tag.split("-")[0]?.toLowerCase()),
  );
  return spoken.find((language) => language !== undefined) ?? fallback;
};
