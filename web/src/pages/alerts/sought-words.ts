import { useLingui } from "@lingui/react/macro";
import { countryName } from "../../../../shared/reference/countries.ts";
import { categoryLabels, severityLabels, typeLabels } from "../../i18n/labels.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import type { SoughtAlerts } from "../../path-builder.ts";

/** A part of a filter in words; a code that is none, as it stands in the address. */
export const useSoughtWords = (sought: SoughtAlerts): ((part: keyof SoughtAlerts) => string) => {
  const { t, i18n } = useLingui();
  const nameOf = useAdministrationName();
  const labelled = (labels: Readonly<Record<string, (typeof typeLabels)["alert"]>>, code: string): string => {
    const label = labels[code];
    return label === undefined ? code : i18n.t(label);
  };
  const dayOf = (day: string): string => {
    const date = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(date.getTime())
      ? day
      : new Intl.DateTimeFormat(i18n.locale, { dateStyle: "medium", timeZone: "UTC" }).format(date);
  };
  return (part) => {
    const value = sought[part] ?? "";
    switch (part) {
      case "type":
        return labelled(typeLabels, value);
      case "severity":
        return t`Severity: ${{ severity: labelled(severityLabels, value) }}`;
      case "category":
        return labelled(categoryLabels, value);
      case "hs":
        return t`HS ${{ code: value }}`;
      case "country":
        return /^[A-Z]{2}$/.test(value) ? countryName(value, i18n.locale) : value;
      case "author":
        return t`Written by ${{ administration: nameOf(value) }}`;
      case "identifier":
        return t`Number ${{ number: value }}`;
      case "from":
        return t`From ${{ day: dayOf(value) }}`;
      case "to":
        return t`Until ${{ day: dayOf(value) }}`;
    }
  };
};
