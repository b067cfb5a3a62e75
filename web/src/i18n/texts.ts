import type { I18n, Messages } from "@lingui/core";

interface Texts {
  /** Shows every text in a language from now on, also those that were added before. */
  readonly show: (tag: string) => Promise<void>;
  /** Adds the texts of a place. Once this is settled, none of them is missing, whichever language is shown by then. */
  readonly add: (place: string) => Promise<void>;
}

/** What the console can say so far: texts come with the place where they stand, each in the language that is shown. */
export const createTexts = (
  i18n: I18n,
  catalogue: (place: string, tag: string) => Promise<Messages>,
  first: string,
): Texts => {
  const places = new Set([first]);
  let shown = Promise.resolve();
  const load = async (place: string, tag: string) => i18n.load(tag, await catalogue(place, tag));

  const show = async (tag: string, before: Promise<void>) => {
    await before;
    await Promise.all([...places].map((place) => load(place, tag)));
    i18n.activate(tag);
  };

  return {
    show: (tag) => {
      const showing = show(tag, shown);
      // A language that could not be loaded leaves the one before; who comes next does not fail with it.
      shown = showing.catch(() => undefined);
      return showing;
    },
    add: async (place) => {
      // Known at once, so that a language chosen meanwhile brings these texts, too.
      places.add(place);
      await shown;
      await load(place, i18n.locale);
    },
  };
};
