import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { alertTypes, severities } from "../../../../shared/domain/alert-summary.ts";
import { commodityCategories } from "../../../../shared/domain/commodity-category.ts";
import { members } from "../../../../shared/reference/members.ts";
import { Button } from "../../components/button.tsx";
import { CountryField } from "../../components/country-field.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { categoryLabels, severityLabels, typeLabels } from "../../i18n/labels.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { type AlertFilter, paths, type SoughtAlerts } from "../../path-builder.ts";
import { HsField } from "./hs-field.tsx";
import "./sought.css";

interface SoughtFormProps {
  readonly filter: AlertFilter;
  readonly group: string | undefined;
  readonly sought: SoughtAlerts;
}

/** What to look for: all of it has to hold. The address keeps it. */
export const SoughtForm = ({ filter, group, sought }: SoughtFormProps) => {
  const { t, i18n } = useLingui();
  const [, navigate] = useLocation();
  const nameOf = useAdministrationName();
  const [draft, setDraft] = useState<SoughtAlerts>(sought);
  const part = (name: keyof SoughtAlerts) => ({
    pointer: `/sought-${name}`,
    errors: [] as { pointer: string; detail: string }[],
    value: draft[name] ?? "",
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  const { from = "", to = "", hs = "" } = draft;
  const isBackwards = from !== "" && to !== "" && to < from;
  const backwards = isBackwards
    ? [{ pointer: "/sought-to", detail: t`The last day is before the first.` }]
    : [];
  // What the field's list is typed into may still be words.
  const isHs = /^(\d{2}|\d{4}|\d{6})?$/.test(hs);
  const [isTried, setTried] = useState(false);
  const wrongHs =
    isHs || !isTried
      ? []
      : [
          {
            pointer: "/sought-hs",
            detail: t`Choose a code from the list, or write 2, 4 or 6 digits, such as 3004.`,
          },
        ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isHs && !isBackwards) navigate(paths.alerts({ show: filter, group, sought: draft }));
  };
  const collator = new Intl.Collator(i18n.locale);
  const authors = members
    .map(({ code }) => ({ code, name: nameOf(code) }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
  return (
    <form className="sought-form" aria-label={t`Filter`} onSubmit={submit}>
      <SelectField {...part("type")} label={t`Type`}>
        <option value="">{t`Any`}</option>
        {alertTypes.map((type) => (
          <option key={type} value={type}>
            {i18n.t(typeLabels[type])}
          </option>
        ))}
      </SelectField>
      <SelectField {...part("severity")} label={t`Severity`}>
        <option value="">{t`Any`}</option>
        {severities.toReversed().map((severity) => (
          <option key={severity} value={severity}>
            {i18n.t(severityLabels[severity])}
          </option>
        ))}
      </SelectField>
      <SelectField {...part("category")} label={t`Category`}>
        <option value="">{t`Any`}</option>
        {commodityCategories.map((category) => (
          <option key={category} value={category}>
            {i18n.t(categoryLabels[category])}
          </option>
        ))}
      </SelectField>
      <HsField
        {...part("hs")}
        errors={wrongHs}
        label={t`HS code`}
        help={t`A chapter, heading or subheading: digits, or words`}
      />
      <CountryField {...part("country")} label={t`Country on the route or of manufacture`} />
      <SelectField {...part("author")} label={t`Written by`}>
        <option value="">{t`Anybody`}</option>
        {authors.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        {...part("identifier")}
        label={t`Number on goods, papers or conveyances`}
        placeholder="CSQU3054383"
        spellCheck={false}
        autoComplete="off"
        maxLength={60}
      />
      <TextField {...part("from")} label={t`Released from`} type="date" />
      <TextField {...part("to")} label={t`Released until`} type="date" errors={backwards} />
      <div className="actions">
        <Button type="submit">
          <Trans>Show</Trans>
        </Button>
      </div>
    </form>
  );
};
