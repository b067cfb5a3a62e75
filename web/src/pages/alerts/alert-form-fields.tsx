import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { alertTypes, severities } from "../../../../shared/domain/alert-summary.ts";
import { tlpLabels } from "../../../../shared/domain/audience.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { Choice, SelectField, TextArea, TextField } from "../../components/field.tsx";
import { TlpMark } from "../../components/marking.tsx";
import { severityLabels, tlpMeanings, typeLabels } from "../../i18n/labels.ts";
import { noGoods, noPlace, type Part, type TypedAlert } from "./alert-form.ts";
import { AudienceFields } from "./audience-fields.tsx";
import { GoodsFields } from "./goods-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";

interface PartProps {
  readonly typed: TypedAlert;
  readonly change: (part: Partial<TypedAlert>) => void;
  readonly errors: readonly FieldError[];
}

/** The languages that a text is written in, besides the author's own: those of the exchange. */
const languages = ["en", "fr", "es", "ar", "ru", "pt"] as const;

const Section = ({
  part,
  title,
  children,
}: {
  readonly part: Part;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="panel" id={`part-${part}`} aria-labelledby={`part-${part}-title`} tabIndex={-1}>
    <h2 id={`part-${part}-title`}>{title}</h2>
    <div className="form">{children}</div>
  </section>
);

export const WhatPart = ({ typed, change, errors }: PartProps) => {
  const { t, i18n } = useLingui();
  const languageNames = new Intl.DisplayNames(i18n.locale, { type: "language" });
  const offered = [...new Set([typed.language, ...languages])];
  return (
    <Section part="what" title={<Trans>What happened</Trans>}>
      <TextField
        pointer="/title"
        label={t`Title`}
        help={t`What and how many, in one line. Example: Falsified oxytocin 10 IU, 4,000 ampoules`}
        errors={errorsAt(errors, "/title")}
        value={typed.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        lang={typed.language}
        dir="auto"
      />
      <Choice
        pointer="/type"
        label={t`Type`}
        inline
        errors={errorsAt(errors, "/type")}
        value={typed.type}
        onChange={(type) => change({ type })}
        options={alertTypes.map((type) => ({ value: type as string, label: i18n.t(typeLabels[type]) }))}
      />
      <Choice
        pointer="/severity"
        label={t`Severity`}
        inline
        errors={errorsAt(errors, "/severity")}
        value={typed.severity}
        onChange={(severity) => change({ severity })}
        options={severities.map((severity) => ({
          value: severity as string,
          label: i18n.t(severityLabels[severity]),
        }))}
      />
      <TextArea
        pointer="/summary"
        label={t`Summary`}
        help={t`What was found, how, and what others should look for.`}
        errors={errorsAt(errors, "/summary")}
        value={typed.summary}
        onChange={(summary) => change({ summary })}
        rows={6}
        lang={typed.language}
        dir="auto"
      />
      <SelectField
        pointer="/language"
        label={t`Language of the title and the summary`}
        errors={errorsAt(errors, "/language")}
        value={typed.language}
        onChange={(language) => change({ language })}
      >
        {offered.map((tag) => (
          <option key={tag} value={tag}>
            {languageNames.of(tag)}
          </option>
        ))}
      </SelectField>
    </Section>
  );
};

export const GoodsPart = ({ typed, change, errors }: PartProps) => (
  <Section part="goods" title={<Trans>Goods</Trans>}>
    {typed.goods.map((line, index) => (
      <GoodsFields
        // biome-ignore lint/suspicious/noArrayIndexKey: A line being typed has nothing else that is its own.
        key={index}
        index={index}
        value={line}
        errors={errors}
        onChange={(next) => change({ goods: typed.goods.with(index, next) })}
        onRemove={
          typed.goods.length === 1
            ? undefined
            : () => change({ goods: typed.goods.filter((_, each) => each !== index) })
        }
      />
    ))}
    <div className="actions">
      <Button look="secondary" onClick={() => change({ goods: [...typed.goods, noGoods] })}>
        <Trans>Add a product</Trans>
      </Button>
    </div>
  </Section>
);

export const RoutePart = ({ typed, change, errors }: PartProps) => (
  <Section part="route" title={<Trans>Route, where it is known</Trans>}>
    <PlaceFields
      at="/route/departure"
      legend={<Trans>Departure</Trans>}
      value={typed.departure}
      onChange={(departure) => change({ departure })}
      errors={errors}
    />
    {typed.transits.map((place, index) => (
      <PlaceFields
        // biome-ignore lint/suspicious/noArrayIndexKey: A place being typed has nothing else that is its own.
        key={index}
        at={`/route/transits/${index}`}
        legend={<Trans>Via</Trans>}
        value={place}
        onChange={(next) => change({ transits: typed.transits.with(index, next) })}
        onRemove={() => change({ transits: typed.transits.filter((_, each) => each !== index) })}
        errors={errors}
      />
    ))}
    <div className="actions">
      <Button look="secondary" onClick={() => change({ transits: [...typed.transits, noPlace] })}>
        <Trans>Add a place on the way</Trans>
      </Button>
    </div>
    <PlaceFields
      at="/route/destination"
      legend={<Trans>Destination</Trans>}
      value={typed.destination}
      onChange={(destination) => change({ destination })}
      errors={errors}
    />
  </Section>
);

export const ReadersPart = ({ typed, change, errors }: PartProps) => {
  const { t, i18n } = useLingui();
  return (
    <Section part="readers" title={<Trans>Marking and readers</Trans>}>
      <Choice
        pointer="/tlp"
        label={t`Marking (Traffic Light Protocol 2.0)`}
        errors={errorsAt(errors, "/tlp")}
        value={typed.tlp}
        onChange={(tlp) => change({ tlp })}
        options={tlpLabels.map((tlp) => ({
          value: tlp as string,
          label: <TlpMark tlp={tlp} />,
          help: i18n.t(tlpMeanings[tlp]),
        }))}
      />
      <AudienceFields typed={typed} change={change} errors={errors} />
    </Section>
  );
};
