import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { alertTypes, severities } from "../../../../shared/domain/alert-summary.ts";
import { commodityCategories } from "../../../../shared/domain/commodity-category.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { countryName } from "../../../../shared/reference/countries.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { CodeList } from "../../components/code-list.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { useCountryChoices } from "../../components/country-choices.ts";
import { Choice, SelectField } from "../../components/field.tsx";
import { searchHsPrefixes, useHsNames } from "../../components/hs-prefixes.ts";
import { TickList } from "../../components/tick-list.tsx";
import { categoryLabels, severityLabels, typeLabels } from "../../i18n/labels.ts";
import { useMe } from "../../session/me.ts";
import type { SubscriptionCriteria } from "./criteria.ts";

interface CriteriaFieldsProps {
  readonly value: SubscriptionCriteria;
  readonly onChange: (value: SubscriptionCriteria) => void;
  readonly errors: readonly FieldError[];
}

/** Which alerts an address hears of. What is left empty asks for all of it. */
export const CriteriaFields = ({ value, onChange, errors }: CriteriaFieldsProps) => {
  const { t, i18n } = useLingui();
  const { groups } = useMe();
  const countries = useCountryChoices();
  const [searchesHs, setSearchesHs] = useState(false);
  const hs = useHsNames(searchesHs || value.hsPrefixes.length > 0);
  const at = (name: keyof SubscriptionCriteria) => ({
    pointer: `/criteria/${name}`,
    errors: errorsAt(errors, `/criteria/${name}`),
  });
  return (
    <>
      {groups.length > 1 && (
        <SelectField
          {...at("group")}
          label={t`Group`}
          value={value.group}
          onChange={(group) => onChange({ ...value, group })}
        >
          {groups.map((group) => (
            <option key={group} value={group}>
              {group}
            </option>
          ))}
        </SelectField>
      )}
      <Choice
        {...at("minimumSeverity")}
        label={t`From which severity on`}
        value={value.minimumSeverity}
        options={severities.map((each) => ({ value: each, label: i18n.t(severityLabels[each]) }))}
        onChange={(minimumSeverity) => onChange({ ...value, minimumSeverity })}
        inline
      />
      <TickList
        {...at("types")}
        label={t`Types of alert`}
        help={t`None ticked: all types.`}
        value={value.types}
        options={alertTypes.map((each) => ({ value: each, label: i18n.t(typeLabels[each]) }))}
        onChange={(types) => onChange({ ...value, types: [...types] })}
        inline
      />
      <TickList
        {...at("categories")}
        label={t`Goods`}
        help={t`None ticked: all goods.`}
        value={value.categories}
        options={commodityCategories.map((each) => ({ value: each, label: i18n.t(categoryLabels[each]) }))}
        onChange={(categories) => onChange({ ...value, categories: [...categories] })}
        inline
      />
      <CodeList
        {...at("hsPrefixes")}
        label={t`HS chapters, headings or subheadings`}
        help={t`Type words or digits. Example: vaccines, 30 or 3004. None: whatever the code, also without one.`}
        value={value.hsPrefixes}
        onChange={(hsPrefixes) => onChange({ ...value, hsPrefixes: [...hsPrefixes] })}
        search={(text) => searchHsPrefixes(hs, text)}
        nameOf={(code) => hs?.hsName(code)}
        onFocus={() => setSearchesHs(true)}
        loading={hs === undefined}
      />
      <CodeList
        {...at("countries")}
        label={t`Countries on the route`}
        help={t`From, through or to any of them. None: whatever the route, also without one.`}
        value={value.countries}
        onChange={(codes) => onChange({ ...value, countries: [...codes] })}
        search={(text) => searchOptions(countries, text)}
        nameOf={(code) => countryName(code, i18n.locale)}
      />
    </>
  );
};
