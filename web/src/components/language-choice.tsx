import { useLingui } from "@lingui/react/macro";
import { activate } from "../i18n/activate.ts";
import { languages } from "../i18n/languages.ts";

interface LanguageChoiceProps {
  /** Told beside the device that remembers it: somebody who is signed in has it everywhere. */
  readonly onChoose?: (tag: string) => void;
}

/** Each language under its own name. */
export const LanguageChoice = ({ onChoose }: LanguageChoiceProps) => {
  const { t, i18n } = useLingui();
  return (
    <select
      className="language"
      aria-label={t`Language`}
      value={i18n.locale}
      onChange={(event) => {
        const chosen = languages.find(({ tag }) => tag === event.target.value);
        if (chosen === undefined) return;
        void activate(chosen, { remember: true });
        onChoose?.(chosen.tag);
      }}
    >
      {languages.map(({ tag, name }) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
};
