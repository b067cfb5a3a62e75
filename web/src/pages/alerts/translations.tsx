import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { queryOf } from "../../api/queries.ts";
import { SelectField } from "../../components/field.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import type { PartProps } from "./part-props.ts";

interface Offered {
  readonly language: string;
  readonly by: "person" | "machine";
  readonly version: number;
}

/** In the reader's language, where there is one: of the latest version, and of those a person's. */
const bestFor = <One extends Offered>(locale: string, offered: readonly One[]): One | undefined =>
  offered
    .filter(({ language }) => language.split("-")[0] === locale)
    .toSorted((one, other) => other.version - one.version || (one.by === "person" ? -1 : 1))[0];

/** Title and summary in other languages, by whoever translated them; nothing where nobody did. The original stays above it. */
export const Translations = ({ alert }: PartProps) => {
  const { t, i18n } = useLingui();
  const nameOf = useAdministrationName();
  const [chosen, choose] = useState<string>();
  const { data } = useQuery({
    ...queryOf(alerts.followUps, { params: { id: alert.id }, query: { type: "translation", limit: 100 } }),
    enabled: alert.version > 0,
  });
  const offered = (data?.data.items ?? []).flatMap(({ id, administration, version, content }) =>
    content.type === "translation" ? [{ ...content, id, administration, version }] : [],
  );
  if (offered.length === 0) return null;
  const languages = new Intl.DisplayNames(i18n.locale, { type: "language" });
  const languageOf = (tag: string): string => languages.of(tag) ?? tag;
  const original = languageOf(alert.language);
  const forReader = alert.language === i18n.locale ? undefined : bestFor(i18n.locale, offered)?.id;
  const shown = offered.find(({ id }) => id === (chosen ?? forReader));
  return (
    <section className="section translations" aria-labelledby="translations">
      <h2 id="translations">
        <Trans>Translations</Trans>
      </h2>
      <SelectField
        pointer="/translation"
        label={t`Title and summary in`}
        errors={[]}
        value={shown?.id ?? ""}
        onChange={choose}
      >
        <option value="">{t`${original}, the original`}</option>
        {offered.map(({ id, language, administration }) => {
          const name = languageOf(language);
          const by = nameOf(administration);
          return <option key={id} value={id}>{t`${name}, translated by ${by}`}</option>;
        })}
      </SelectField>
      {shown && (
        <>
          <p className="quiet">
            {shown.by === "machine" ? (
              <Trans>Translated by a machine; the original above counts.</Trans>
            ) : (
              <Trans>Translated by a person; the original above counts.</Trans>
            )}
            {shown.version !== alert.version && (
              <>
                {" "}
                <Trans>It is of version {shown.version}; the alert was changed since.</Trans>
              </>
            )}
          </p>
          <div lang={shown.language} dir="auto">
            <p>
              <strong>{shown.title}</strong>
            </p>
            <p className="written summary">{shown.summary}</p>
          </div>
        </>
      )}
    </section>
  );
};
