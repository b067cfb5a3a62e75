import { useLingui } from "@lingui/react/macro";
import { countryName } from "../../../../shared/reference/countries.ts";
import { listOf } from "../../i18n/format.ts";
import { categoryLabels, severityLabels, typeLabels } from "../../i18n/labels.ts";
import type { SubscriptionCriteria } from "./criteria.ts";

/** In one line, what an address asks for. */
export const CriteriaSummary = ({ criteria }: { readonly criteria: SubscriptionCriteria }) => {
  const { t, i18n } = useLingui();
  const { minimumSeverity, types, categories, hsPrefixes, countries } = criteria;
  const list = (items: readonly string[]) => listOf(items, i18n.locale);
  const severity = i18n.t(severityLabels[minimumSeverity]);
  const codes = list(hsPrefixes);
  const places = list(countries.map((code) => countryName(code, i18n.locale)));
  const parts = [
    ...(minimumSeverity === "low" ? [] : [t`Severity: ${severity} and above`]),
    ...(types.length === 0 ? [] : [list(types.map((each) => i18n.t(typeLabels[each])))]),
    ...(categories.length === 0 ? [] : [list(categories.map((each) => i18n.t(categoryLabels[each])))]),
    ...(hsPrefixes.length === 0 ? [] : [t`HS ${codes}`]),
    ...(countries.length === 0 ? [] : [t`Route: ${places}`]),
  ];
  return parts.length === 0 ? t`Every alert to your administration` : parts.join(" · ");
};
