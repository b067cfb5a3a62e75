import { useLingui } from "@lingui/react";
import { sourceLanguage } from "../i18n/languages.ts";
import { recognise } from "../i18n/reasons.ts";

/** A sentence of the domain or the API in the reader's language, or marked as English where it has no other. */
export const Reason = ({ sentence }: { readonly sentence: string }) => {
  const { i18n } = useLingui();
  if (i18n.locale === sourceLanguage) return sentence;
  const known = recognise(sentence);
  return known === undefined ? <span lang="en">{sentence}</span> : i18n._(known.id, { ...known.values });
};
