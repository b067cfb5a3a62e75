import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { countryName } from "../../../../shared/reference/countries.ts";
import { falsificationNames } from "../../../../shared/reference/falsification.ts";
import { transportModes } from "../../../../shared/reference/transport-modes.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { listOf, numberOf, partialDateOf } from "../../i18n/format.ts";
import { codesOf, type FactName, factNames, identifierFacts } from "./fact-names.ts";

/** A part of the record, as it is stored: its own fields beside those in the words of whoever reported them. */
type Part = Readonly<Record<string, unknown>>;

const AS_REPORTED = "AsReported";
const names = Object.keys(factNames) as readonly FactName[];

interface FactsProps {
  /** What the part is called in the record. */
  readonly part: string;
  readonly of: Part;
  /** The language that the author wrote in. */
  readonly language: string;
}

/** What a part of the record says, one line a field, in the reader's words for its codes. */
export const Facts = ({ part, of, language }: FactsProps) => {
  const reported = (field: string): string | undefined => {
    const words = of[`${field}${AS_REPORTED}`];
    return typeof words === "string" ? words : undefined;
  };
  const shown = names.filter((name) => of[name] !== undefined || reported(name) !== undefined);
  if (shown.length === 0 && typeof of["asReported"] !== "string") return null;
  return (
    <dl className="facts">
      {shown.map((name) => (
        <Fact key={name} name={name}>
          {of[name] !== undefined && <Value part={part} field={name} value={of[name]} language={language} />}
          {reported(name) !== undefined && <Reported words={reported(name) ?? ""} language={language} />}
        </Fact>
      ))}
      {typeof of["asReported"] === "string" && (
        <Fact name="text">
          <Reported words={of["asReported"]} language={language} />
        </Fact>
      )}
    </dl>
  );
};

const Fact = ({ name, children }: { readonly name: FactName; readonly children: ReactNode }) => {
  const { i18n } = useLingui();
  return (
    <>
      <dt>{i18n.t(factNames[name])}</dt>
      <dd>{children}</dd>
    </>
  );
};

const Reported = ({ words, language }: { readonly words: string; readonly language: string }) => (
  <span className="reported">
    <Trans>
      as reported:{" "}
      <span lang={language} dir="auto">
        {words}
      </span>
    </Trans>
  </span>
);

interface ValueProps {
  readonly part: string;
  readonly field: FactName;
  readonly value: unknown;
  readonly language: string;
}

const isObject = (value: unknown): value is Part => typeof value === "object" && value !== null;

const Value = ({ part, field, value, language }: ValueProps): ReactNode => {
  const { i18n } = useLingui();
  const { locale } = i18n;
  if (Array.isArray(value)) {
    if (field === "countries")
      return listOf(
        value.map((code) => countryName(String(code), locale)),
        locale,
      );
    return (
      <ul className="values">
        {value.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: What was released does not change its order.
          <li key={index}>
            <Value part={part} field={field} value={each} language={language} />
          </li>
        ))}
      </ul>
    );
  }
  if (isObject(value)) {
    if (typeof value["amount"] === "number")
      return new Intl.NumberFormat(locale, {
        style: "currency",
        currency: String(value["currency"]),
        currencyDisplay: "code",
      }).format(value["amount"]);
    if (typeof value["value"] === "string") return <Stated value={value} />;
    return null;
  }
  const code = String(value);
  const known = codesOf(part, field)?.[code];
  if (known !== undefined) return i18n.t(known);
  if (field === "mode") return inLanguage(transportModes, code, locale);
  if (field === "falsification") return inLanguage(falsificationNames, code, locale);
  if (field === "country") return countryName(code, locale);
  if (field === "date") return partialDateOf(code, locale);
  if (typeof value === "number" && field !== "niceClass") return numberOf(value, locale);
  if (identifierFacts.has(field) || field === "locode") return <Copied text={code} />;
  return (
    <span className="written" lang={language} dir="auto">
      {code}
    </span>
  );
};

const inLanguage = (
  list: Readonly<Record<string, { readonly en: string; readonly fr: string }>>,
  code: string,
  locale: string,
): string => list[code]?.[locale === "fr" ? "fr" : "en"] ?? code;

const Copied = ({ text }: { readonly text: string }) => (
  <span className="with-copy">
    <code dir="ltr">{text}</code>
    <CopyButton text={text} of={text} />
  </span>
);

/** A number that its standard checks; or one that is kept as it is printed, which is no fault of whoever entered it. */
const Stated = ({ value }: { readonly value: Part }) => (
  <>
    <Copied text={String(value["value"])} />
    {value["asPrinted"] === true && (
      <span className="quiet">
        {" "}
        <Trans>as printed, its check digit is wrong</Trans>
      </span>
    )}
  </>
);
