import { useLingui } from "@lingui/react/macro";
import type { Audience } from "../../../../shared/domain/audience.ts";
import { isFields } from "../../../../shared/domain/differences.ts";
import { countryName } from "../../../../shared/reference/countries.ts";
import { falsificationNames } from "../../../../shared/reference/falsification.ts";
import { isRegion, regionName } from "../../../../shared/reference/regions.ts";
import { transportModes } from "../../../../shared/reference/transport-modes.ts";
import { unitName } from "../../../../shared/reference/units.ts";
import { listOf, momentOf, numberOf, partialDateOf } from "../../i18n/format.ts";
import { categoryLabels, severityLabels, typeLabels } from "../../i18n/labels.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { codesOf } from "./fact-names.ts";
import { recordFieldNames } from "./record-field-names.ts";

const AS_REPORTED = /AsReported$/;
/** Fields that only group others, and whose own name says nothing more. */
const silent = new Set(["medicine", "identifiers", "ipr"]);
/** Named by themselves, whichever of their own fields differs. */
const wholes = new Set(["audience", "handling", "hs", "quantity", "value", "falsification"]);
/** Texts in the author's own words, which are read in the author's language. */
const written = new Set(["title", "summary", "text", "findings", "conditions", "description"]);

const segmentsOf = (pointer: string): readonly string[] => pointer.split("/").slice(1);
const isIndex = (segment: string): boolean => /^\d+$/.test(segment);
const lastOf = (pointer: string): string =>
  segmentsOf(pointer).findLast((segment) => !isIndex(segment)) ?? "";

/** Whether a field holds what its author wrote, in the author's language. */
export const isWritten = (pointer: string): boolean => {
  const field = lastOf(pointer);
  return written.has(field) || AS_REPORTED.test(field) || field === "asReported";
};

/** What the field of a pointer is called, and what stands in it, in the reader's words. */
export const useDifferenceWords = () => {
  const { t, i18n } = useLingui();
  const administrationName = useAdministrationName();
  const { locale } = i18n;

  const fieldName = (field: string): string => {
    const named = recordFieldNames[field.replace(AS_REPORTED, "")];
    if (named === undefined) return field;
    const name = i18n.t(named);
    return AS_REPORTED.test(field) ? t`${name}, as reported` : name;
  };

  const nameOf = (pointer: string): string => {
    const [first = "", second, ...rest] = segmentsOf(pointer);
    if (second === undefined)
      return first === "expires" ? t({ message: "Good until", context: "an alert" }) : fieldName(first);
    const whole = [first, second, ...rest].find((segment) => wholes.has(segment));
    if (first === whole) return fieldName(second === "conditions" ? second : first);
    // Departure and destination have the same fields.
    if (first === "route" && second !== "asReported")
      return [second, ...rest.filter((segment) => !isIndex(segment))].map(fieldName).join(": ");
    if (first === "goods" || first === "conveyance") {
      const number = Number(second) + 1;
      const line = first === "goods" ? t`Product ${number}` : t`Conveyance ${number}`;
      const inner = rest.filter((segment) => !silent.has(segment) && !isIndex(segment)).at(-1);
      const only = rest.at(-1)?.startsWith("unit") ? "unit" : (whole ?? inner ?? rest.at(-1));
      return only === undefined ? line : `${line}: ${fieldName(only)}`;
    }
    const leaf = [second, ...rest].findLast((segment) => !isIndex(segment));
    return leaf === undefined ? fieldName(first) : `${fieldName(first)}: ${fieldName(leaf)}`;
  };

  const audienceWords = (audience: Audience): string => {
    switch (audience.kind) {
      case "group":
        return t`The whole group`;
      case "administrations":
        return listOf(audience.administrations.map(administrationName), locale);
      case "regions":
        return listOf(
          audience.regions.filter(isRegion).map((region) => regionName(region, locale)),
          locale,
        );
      case "all-but": {
        const names = listOf(audience.administrations.map(administrationName), locale);
        return t`All but ${names}`;
      }
    }
  };

  const codeWords = (pointer: string, field: string, code: string): string => {
    const segments = segmentsOf(pointer);
    const part = segments.findLast((segment) => segment !== field && !isIndex(segment)) ?? "";
    const labels: Readonly<Record<string, (typeof typeLabels)[keyof typeof typeLabels]>> | undefined =
      field === "type"
        ? typeLabels
        : field === "severity"
          ? severityLabels
          : field === "category"
            ? categoryLabels
            : codesOf(part, field);
    const label = labels?.[code];
    if (label !== undefined) return i18n.t(label);
    const own = locale === "fr" ? "fr" : "en";
    switch (field) {
      case "mode":
        return (transportModes as Readonly<Record<string, { en: string; fr: string }>>)[code]?.[own] ?? code;
      case "country":
      case "origin":
      case "countries":
        return countryName(code, locale);
      case "code":
        return (
          (falsificationNames as Readonly<Record<string, { en: string; fr: string }>>)[code]?.[own] ?? code
        );
      case "administrations":
        return administrationName(code);
      case "regions":
        return isRegion(code) ? regionName(code, locale) : code;
      case "unit":
        return unitName(code, locale);
      case "language":
        return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
      case "date":
      case "manufactured":
        return partialDateOf(code, locale);
      case "expires":
        return segments.length === 1 ? momentOf(code, locale) : partialDateOf(code, locale);
      case "acknowledgeBy":
        return momentOf(code, locale);
      default:
        return code;
    }
  };

  const wordsOf = (pointer: string, value: unknown): string => {
    const field = lastOf(pointer);
    if (value === undefined || value === null) return "";
    if (Array.isArray(value)) {
      const each = value.map((entry, n) => wordsOf(`${pointer}/${n}`, entry));
      return value.some(isFields) ? each.join("\n") : listOf(each, locale);
    }
    if (typeof value === "number")
      return codesOf(field, field)?.[value] === undefined && field !== "niceClass"
        ? numberOf(value, locale)
        : codeWords(pointer, field, String(value));
    if (!isFields(value)) return codeWords(pointer, field, String(value));
    if (field === "audience") return audienceWords(value as unknown as Audience);
    if (field === "hs") return String(value["code"]);
    if (field === "handling")
      return [value["code"], value["conditions"]].filter((said) => said !== undefined).join(": ");
    if (typeof value["amount"] === "number")
      return new Intl.NumberFormat(locale, {
        style: "currency",
        currency: String(value["currency"]),
        currencyDisplay: "code",
      }).format(value["amount"]);
    if (typeof value["value"] === "number") {
      const unit = value["unit"] === undefined ? value["unitText"] : unitName(String(value["unit"]), locale);
      return `${numberOf(value["value"], locale)} ${unit ?? ""}`.trim();
    }
    if (typeof value["value"] === "string")
      return value["asPrinted"] === true ? t`${value["value"]} (as printed)` : value["value"];
    if (field === "falsification") {
      const own = locale === "fr" ? "fr" : "en";
      const known = falsificationNames[value["code"] as keyof typeof falsificationNames]?.[own];
      return [known, value["asReported"]].filter((said) => said !== undefined).join(": ");
    }
    return Object.entries(value)
      .map(([name, entry]) => {
        const said = wordsOf(`${pointer}/${name}`, entry);
        return isPlace(value) ? said : `${fieldName(name)}: ${said}`;
      })
      .join(isPlace(value) ? ", " : "; ");
  };

  return { nameOf, wordsOf };
};

const isPlace = (value: Readonly<Record<string, unknown>>): boolean =>
  typeof value["country"] === "string" &&
  Object.keys(value).every((name) => ["country", "place", "locode", "date"].includes(name));
