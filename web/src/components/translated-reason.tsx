import { useLingui } from "@lingui/react";
import { recognise } from "../i18n/reasons.ts";

/** A sentence that is known, in the reader's language; any other as it came, marked as English. */
export const TranslatedReason = ({ sentence }: { readonly sentence: string }) => {
  const { i18n } = useLingui();
  const known = recognise(sentence);
  return known === undefined ? <span lang="en">{sentence}</span> : i18n._(known.id, { ...known.values });
};
