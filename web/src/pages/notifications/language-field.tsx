import { useLingui } from "@lingui/react/macro";
import { type NoticeLanguage, noticeLanguages } from "../../../../shared/domain/language.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { Choice } from "../../components/field.tsx";

interface LanguageFieldProps {
  readonly value: NoticeLanguage;
  readonly errors: readonly FieldError[];
  readonly onChange: (value: NoticeLanguage) => void;
}

/** The languages that a notice can be written in. */
export const LanguageField = (props: LanguageFieldProps) => {
  const { t, i18n } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: "language" });
  return (
    <Choice
      {...props}
      pointer="/language"
      label={t`Language of the notices`}
      options={noticeLanguages.map((each) => ({ value: each, label: names.of(each) ?? each }))}
      inline
    />
  );
};
