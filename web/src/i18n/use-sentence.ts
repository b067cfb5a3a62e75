import { useLingui } from "@lingui/react";
import { sourceLanguage } from "./languages.ts";
import { recognise } from "./reasons.ts";

/** A sentence of the domain or the API in the reader's language, as a text; English where it has no other. */
export const useSentence = (): ((sentence: string) => string) => {
  const { i18n } = useLingui();
  return (sentence) => {
    const known = i18n.locale === sourceLanguage ? undefined : recognise(sentence);
    return known === undefined ? sentence : i18n._(known.id, { ...known.values });
  };
};
