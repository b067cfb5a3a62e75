import { useLingui } from "@lingui/react";
import { lazy, Suspense } from "react";
import { loadReasons } from "../i18n/activate.ts";
import { sourceLanguage } from "../i18n/languages.ts";

interface ReasonProps {
  readonly sentence: string;
}

const InEnglish = ({ sentence }: ReasonProps) => <span lang="en">{sentence}</span>;

// The sentences weigh more than any other texts, and nobody needs them before something is refused.
const Translated = lazy(async () => {
  try {
    const [{ TranslatedReason }] = await Promise.all([import("./translated-reason.tsx"), loadReasons()]);
    return { default: TranslatedReason };
  } catch {
    // Without a line there is the sentence as it came; a page is not lost to it.
    return { default: InEnglish };
  }
});

/** A sentence of the domain or the API in the reader's language, or marked as English where it has no other. */
export const Reason = ({ sentence }: ReasonProps) => {
  const { i18n } = useLingui();
  if (i18n.locale === sourceLanguage) return sentence;
  return (
    <Suspense fallback={<InEnglish sentence={sentence} />}>
      <Translated sentence={sentence} />
    </Suspense>
  );
};
