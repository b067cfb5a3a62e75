import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import type { Faults } from "./field-props.ts";
import { OptionalPart } from "./optional-part.tsx";
import "./long-form.css";
import { PartFields } from "./part-fields.tsx";
import { headFields, legFields, type RecordPart, recordFields } from "./record-fields.ts";
import { emptyPart, placeIn } from "./typed-part.ts";
import { isEmptyLeg, type TypedRecord } from "./typed-record.ts";

interface RecordPartsProps {
  readonly record: TypedRecord;
  readonly onChange: (record: TypedRecord) => void;
  readonly faults: Faults;
  readonly language: string;
  readonly isOpen: (part: string) => boolean;
  readonly onToggle: (part: string, open: boolean) => void;
  /** Where the event was: its fields are those of any place. */
  readonly eventPlace: ReactNode;
}

const hints = {
  event: msg`What became of the goods, date, place, customs procedure`,
  conveyance: msg`Container, vessel, air waybill, postal item, number plate`,
  detection: msg`Method, indicators, hiding place`,
  health: msg`Result of a laboratory, harm to people`,
  assessment: msg`Urgency, certainty, source and information, deadlines`,
  source: msg`Published notice, countries where it is found or expected`,
} as const satisfies Readonly<Record<string, MessageDescriptor>>;

const { country: _country, place: _place, locode: _locode, ...eventFields } = recordFields.event;

/** What else is known of an alert, part by part. */
export const RecordParts = ({
  record,
  onChange,
  faults,
  language,
  isOpen,
  onToggle,
  eventPlace,
}: RecordPartsProps) => {
  const { i18n } = useLingui();
  const optional = (part: keyof typeof hints) => ({
    id: `part-${part}`,
    hint: i18n.t(hints[part]),
    open: isOpen(part),
    onToggle: (open: boolean) => onToggle(part, open),
  });
  const fieldsOf = (part: RecordPart) => ({
    part,
    at: `/${part}`,
    kinds: recordFields[part],
    value: record[part],
    onChange: (value: TypedRecord[RecordPart]) => onChange({ ...record, [part]: value }),
    faults,
    language,
  });
  return (
    <div className="optional-parts">
      <OptionalPart {...optional("event")} title={<Trans>When and where</Trans>}>
        <PartFields {...fieldsOf("event")} kinds={eventFields}>
          {eventPlace}
        </PartFields>
      </OptionalPart>
      <OptionalPart {...optional("conveyance")} title={<Trans>Conveyance and identifiers</Trans>}>
        <Legs record={record} onChange={onChange} faults={faults} language={language} />
      </OptionalPart>
      <OptionalPart {...optional("detection")} title={<Trans>How it was found and hidden</Trans>}>
        <h3>
          <Trans>How it was found</Trans>
        </h3>
        <PartFields {...fieldsOf("detection")} />
        <h3>
          <Trans>How it was hidden</Trans>
        </h3>
        <PartFields {...fieldsOf("concealment")} />
      </OptionalPart>
      <OptionalPart {...optional("health")} title={<Trans>Laboratory and health</Trans>}>
        <h3>
          <Trans>Laboratory</Trans>
        </h3>
        <PartFields {...fieldsOf("laboratory")} />
        <h3>
          <Trans>Harm to people</Trans>
        </h3>
        <PartFields {...fieldsOf("adverseReactions")} />
      </OptionalPart>
      <OptionalPart {...optional("assessment")} title={<Trans>Assessment</Trans>}>
        <PartFields {...fieldsOf("grading")} />
        <PartFields
          part="head"
          at=""
          kinds={headFields}
          value={record.head}
          onChange={(head) => onChange({ ...record, head })}
          faults={faults}
          language={language}
        />
      </OptionalPart>
      <OptionalPart {...optional("source")} title={<Trans>Source and area</Trans>}>
        <PartFields {...fieldsOf("publishedBy")} />
        <h3>
          <Trans>Where it is found or expected</Trans>
        </h3>
        <PartFields {...fieldsOf("area")} />
      </OptionalPart>
    </div>
  );
};

type LegsProps = Pick<RecordPartsProps, "record" | "onChange" | "faults" | "language">;

/** What carried the goods, a leg of the route each. */
const Legs = ({ record, onChange, faults, language }: LegsProps) => {
  const legs = record.conveyance;
  const set = (conveyance: TypedRecord["conveyance"]) => onChange({ ...record, conveyance });
  return (
    <>
      {legs.map((leg, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A leg being typed has nothing else that is its own.
        <fieldset className="place floating" key={index}>
          <legend className="field-label">
            <Trans>Leg {index + 1}</Trans>
          </legend>
          <div className="form">
            <PartFields
              part="conveyance"
              at={`/conveyance/${placeIn(legs, index, isEmptyLeg)}`}
              kinds={legFields}
              value={leg}
              onChange={(next) => set(legs.with(index, next))}
              faults={faults}
              language={language}
            />
            {legs.length > 1 && (
              <div className="actions">
                <Button look="quiet" onClick={() => set(legs.filter((_, each) => each !== index))}>
                  <Trans>Remove this leg</Trans>
                </Button>
              </div>
            )}
          </div>
        </fieldset>
      ))}
      <div className="actions">
        <Button look="secondary" onClick={() => set([...legs, emptyPart])}>
          <Trans>Add another leg</Trans>
        </Button>
      </div>
    </>
  );
};
