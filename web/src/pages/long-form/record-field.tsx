import { useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { countryName } from "../../../../shared/reference/countries.ts";
import { transportModes } from "../../../../shared/reference/transport-modes.ts";
import { CodeCombobox } from "../../components/code-combobox.tsx";
import { CodeList } from "../../components/code-list.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { useCountryChoices } from "../../components/country-choices.ts";
import { SelectField, TextArea, TextField } from "../../components/field.tsx";
import { codesOf } from "../alerts/fact-names.ts";
import { ListField } from "../alerts/list-field.tsx";
import { fieldHelp, nameOfField } from "./field-words.ts";
import { fromLocal, toLocal } from "./local-time.ts";
import type { FieldKind } from "./record-fields.ts";
import { type TypedPart, textIn, textsIn, withField } from "./typed-part.ts";

export interface RecordFieldProps {
  /** The part's name in the record, which decides what its codes stand for. */
  readonly part: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly pointer: string;
  readonly errors: readonly FieldError[];
  readonly value: TypedPart;
  readonly onChange: (part: TypedPart) => void;
  /** The language that the author writes in. */
  readonly language: string;
}

/** One field of the record, asked for as what is written in it is written. */
export const RecordField = ({
  part,
  name,
  kind,
  pointer,
  errors,
  value,
  onChange,
  language,
}: RecordFieldProps) => {
  const { i18n } = useLingui();
  const label = i18n.t(nameOfField(name));
  const words = fieldHelp[`${part}/${name}`] ?? fieldHelp[name];
  const field = {
    pointer,
    label,
    errors,
    ...(words === undefined ? {} : { help: i18n.t(words) }),
  };
  const text = {
    ...field,
    value: textIn(value, name),
    onChange: (next: string) => onChange(withField(value, name, next)),
  };
  switch (kind) {
    case "code":
    case "grade":
      return name === "mode" ? <ModeField {...text} /> : <Codes {...text} part={part} name={name} />;
    case "codes":
      return (
        <Countries
          {...field}
          value={textsIn(value, name)}
          onChange={(next) => onChange(withField(value, name, [...next]))}
        />
      );
    case "lines":
      return <TextArea {...text} rows={3} lang={language} dir="auto" />;
    case "texts":
      return <ListField {...text} />;
    case "moment":
      return (
        <TextField
          {...text}
          type="datetime-local"
          value={toLocal(text.value)}
          onChange={(local) => text.onChange(fromLocal(local))}
        />
      );
    case "whole":
      return <TextField {...text} inputMode="numeric" autoComplete="off" />;
    case "date":
      return <TextField {...text} placeholder="2026-11-24" autoComplete="off" />;
    default:
      return <TextField {...text} autoComplete="off" dir="auto" />;
  }
};

interface TextProps {
  readonly pointer: string;
  readonly label: string;
  readonly help?: string;
  readonly errors: readonly FieldError[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Codes = ({ part, name, ...field }: TextProps & { readonly part: string; readonly name: string }) => {
  const { t, i18n } = useLingui();
  return (
    <SelectField {...field}>
      <option value="">{t`Not known`}</option>
      {Object.entries(codesOf(part, name) ?? {}).map(([code, words]) => (
        <option key={code} value={code}>
          {i18n.t(words)}
        </option>
      ))}
    </SelectField>
  );
};

/** By words in the reader's language, or by the digit of Recommendation 19. */
const ModeField = (field: TextProps) => {
  const { i18n } = useLingui();
  const inLanguage = i18n.locale === "fr" ? "fr" : "en";
  const options = Object.entries(transportModes).map(([code, names]) => ({
    code,
    name: names[inLanguage],
    words: Object.values(names).join(" "),
  }));
  return (
    <CodeCombobox
      {...field}
      search={(text) => searchOptions(options, text)}
      nameOf={(code) => options.find((option) => option.code === code)?.name}
    />
  );
};

const Countries = (
  field: Omit<TextProps, "value" | "onChange"> & {
    readonly value: readonly string[];
    readonly onChange: (codes: readonly string[]) => void;
  },
) => {
  const { i18n } = useLingui();
  const options = useCountryChoices();
  return (
    <CodeList
      {...field}
      search={(text) => searchOptions(options, text, 300)}
      nameOf={(code) => countryName(code, i18n.locale)}
    />
  );
};
