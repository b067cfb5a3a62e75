import { Trans, useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { Place } from "../../components/contact-point-card.tsx";
import { TextField } from "../../components/field.tsx";
import { TickList } from "../../components/tick-list.tsx";
import { HoursFields } from "./hours-fields.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";
import type { TypedPoint } from "./typed.ts";

/** The languages that a contact point is most likely to be spoken to in: those of the exchange. */
const spoken = ["en", "fr", "es", "ar", "ru", "pt"] as const;

interface PointFieldsProps {
  readonly index: number;
  readonly value: TypedPoint;
  readonly errors: readonly FieldError[];
  readonly onChange: (value: TypedPoint) => void;
  /** Absent where it is the first already. */
  readonly onRaise: (() => void) | undefined;
  /** Absent where it has to be there. */
  readonly onRemove: (() => void) | undefined;
}

export const PointFields = ({ index, value, errors, onChange, onRaise, onRemove }: PointFieldsProps) => {
  const { t, i18n } = useLingui();
  const at = `/contactPoints/${index}`;
  const languageNames = new Intl.DisplayNames(i18n.locale, { type: "language" });
  const field = (name: "name" | "function" | "email" | "phone" | "timeZone") => ({
    pointer: `${at}/${name}`,
    errors: errorsAt(errors, `${at}/${name}`),
    value: value[name],
    onChange: (next: string) => onChange({ ...value, [name]: next }),
  });
  const languages = [...new Set([...spoken, ...value.languages])];
  return (
    <fieldset className="panel floating">
      <legend>
        <h2>
          <Place index={index} />
        </h2>
      </legend>
      <div className="form">
        <div className="pair">
          <TextField {...field("name")} label={t`Name`} autoComplete="off" maxLength={120} />
          <TextField {...field("function")} label={t`Function`} autoComplete="off" maxLength={120} />
        </div>
        <div className="pair">
          <TextField
            {...field("email")}
            label={t`E-mail address`}
            help={t`Example: ipr@customs.example`}
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            {...field("phone")}
            label={t`Phone`}
            help={t`With + and the country’s code. Example: +33 1 40 24 65 10`}
            type="tel"
            autoComplete="off"
          />
        </div>
        <TickList
          pointer={`${at}/languages`}
          label={t`Languages`}
          help={t`In which one may call and write.`}
          errors={errorsAt(errors, `${at}/languages`)}
          inline
          value={value.languages}
          options={languages.map((tag) => ({ value: tag, label: languageNames.of(tag) ?? tag }))}
          onChange={(next) => onChange({ ...value, languages: [...next] })}
        />
        <TimeZoneField {...field("timeZone")} />
        <HoursFields at={at} value={value} errors={errors} onChange={onChange} />
        {(onRaise ?? onRemove) && (
          <div className="actions">
            {onRaise && (
              <Button look="quiet" onClick={onRaise}>
                {index === 1 ? <Trans>Make it the primary one</Trans> : <Trans>Move it up</Trans>}
              </Button>
            )}
            {onRemove && (
              <Button look="quiet" onClick={onRemove}>
                <Trans>Remove this contact point</Trans>
              </Button>
            )}
          </div>
        )}
      </div>
    </fieldset>
  );
};
