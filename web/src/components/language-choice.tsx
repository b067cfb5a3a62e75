import { useLingui } from "@lingui/react/macro";
import { activate } from "../i18n/activate.ts";
import { languages } from "../i18n/languages.ts";

/** Each language under its own name. */
export const LanguageChoice = () => {
  const { t, i18n } = useLingui();
  return (
    <select
      className="language"
      aria-label={t`Language`}
      value={i18n.locale}
      onChange={(event) => {
        const chosen = languages.find(({ tag }) => tag === event.target.value);
        if (chosen) void activate(chosen, { remember: true });
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
