import { Trans, useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import type { TypedContactPoint } from "./application.ts";

/** The languages that a contact point is most likely to be spoken to in: those of the exchange. */
const spoken = ["en", "fr", "es", "ar", "ru", "pt"] as const;

interface ContactPointFieldsProps {
  readonly index: number;
  readonly value: TypedContactPoint;
  readonly onChange: (value: TypedContactPoint) => void;
  /** Absent where it has to be there. */
  readonly onRemove?: (() => void) | undefined;
  readonly errors: readonly FieldError[];
}

export const ContactPointFields = ({ index, value, onChange, onRemove, errors }: ContactPointFieldsProps) => {
  const { t, i18n } = useLingui();
  const at = `/contactPoints/${index}`;
  const languageNames = new Intl.DisplayNames(i18n.locale, { type: "language" });
  const field = (name: keyof TypedContactPoint) => ({
    pointer: `${at}/${name}`,
    errors: errorsAt(errors, `${at}/${name}`),
    value: value[name],
    onChange: (next: string) => onChange({ ...value, [name]: next }),
  });
  return (
    <fieldset className="panel floating">
      <legend>
        <h2>
          {index === 0 && <Trans>Primary contact point</Trans>}
          {index === 1 && <Trans>Deputy contact point</Trans>}
          {index > 1 && <Trans>Contact point {index + 1}</Trans>}
        </h2>
      </legend>
      <div className="form">
        <div className="pair">
          <TextField {...field("name")} label={t`Name`} autoComplete="off" maxLength={120} />
          <TextField {...field("function")} label={t`Function`} autoComplete="off" maxLength={120} />
        </div>
        <TextField
          {...field("email")}
          label={t`E-mail address`}
          help={
            index === 0
              ? t`The code that confirms the application goes here. Example: ipr@customs.example`
              : t`Example: ipr@customs.example`
          }
          type="email"
          autoComplete="off"
          spellCheck={false}
        />
        <div className="pair">
          <TextField
            {...field("phone")}
            label={t`Phone`}
            help={t`With + and the country’s code. Example: +33 1 40 24 65 10`}
            type="tel"
            autoComplete="off"
          />
          <SelectField {...field("language")} label={t`Language`} help={t`In which we may write and call.`}>
            {spoken.map((tag) => (
              <option key={tag} value={tag}>
                {languageNames.of(tag)}
              </option>
            ))}
          </SelectField>
        </div>
        {onRemove && (
          <div className="actions">
            <Button look="quiet" onClick={onRemove}>
              <Trans>Remove this contact point</Trans>
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
};
