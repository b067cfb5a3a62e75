import { Trans, useLingui } from "@lingui/react/macro";
import { partyRoles } from "../../../../shared/domain/parties.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { SelectField, TextArea, TextField } from "../../components/field.tsx";
import type { TypedParty } from "./party-typed.ts";
import { partyRoleLabels } from "./party-words.ts";

/** As many as the schema takes. */
const IDENTIFIERS = 10;

interface PartyFieldsProps {
  readonly index: number;
  readonly value: TypedParty;
  readonly onChange: (party: TypedParty) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly errors: readonly FieldError[];
}

/** One person or company. */
export const PartyFields = ({ index, value, onChange, onRemove, errors }: PartyFieldsProps) => {
  const { t, i18n } = useLingui();
  const at = `/parties/${index}`;
  const of = (name: Exclude<keyof TypedParty, "identifiers">) => ({
    pointer: `${at}/${name}`,
    errors: errorsAt(errors, `${at}/${name}`),
    value: value[name],
    onChange: (next: string) => onChange({ ...value, [name]: next }),
  });
  return (
    <fieldset className="goods floating">
      <legend className="field-label">
        <Trans>Person or company {index + 1}</Trans>
      </legend>
      <div className="form">
        <div className="pair">
          <SelectField {...of("role")} label={t`Role`}>
            {partyRoles.map((role) => (
              <option key={role} value={role}>
                {i18n.t(partyRoleLabels[role])}
              </option>
            ))}
          </SelectField>
          <TextField {...of("name")} label={t`Name`} maxLength={200} dir="auto" autoComplete="off" />
        </div>
        <TextArea {...of("address")} label={t`Address`} optional rows={3} dir="auto" autoComplete="off" />
        <Identifiers at={at} value={value} onChange={onChange} errors={errors} />
        <div className="pair">
          <TextField
            {...of("phone")}
            label={t`Phone`}
            optional
            help={t`With the country’s code: +33140246510`}
            inputMode="tel"
            autoComplete="off"
          />
          <TextField
            {...of("email")}
            label={t`E-mail address`}
            optional
            inputMode="email"
            autoComplete="off"
          />
        </div>
        <TextField
          {...of("website")}
          label={t`Website`}
          optional
          help={t`It begins with https:// or http://`}
          inputMode="url"
          autoComplete="off"
        />
        {onRemove && (
          <div className="actions">
            <Button look="quiet" onClick={onRemove}>
              <Trans>Remove this person or company</Trans>
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
};

/** Numbers by which somebody is known: each with what it is a number of. */
const Identifiers = ({
  at,
  value,
  onChange,
  errors,
}: Pick<PartyFieldsProps, "value" | "onChange" | "errors"> & { readonly at: string }) => {
  const { t } = useLingui();
  const { identifiers } = value;
  const set = (next: TypedParty["identifiers"]) => onChange({ ...value, identifiers: next });
  return (
    <>
      {identifiers.map((identifier, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A line that is typed has no name of its own.
        <div className="pair" key={n}>
          <TextField
            pointer={`${at}/identifiers/${n}/kind`}
            label={t`Kind of number`}
            help={t`Example: EORI, VAT, passport`}
            errors={errorsAt(errors, `${at}/identifiers/${n}/kind`)}
            value={identifier.kind}
            onChange={(kind) => set(identifiers.with(n, { ...identifier, kind }))}
            maxLength={60}
            autoComplete="off"
          />
          <TextField
            pointer={`${at}/identifiers/${n}/value`}
            label={t`Number`}
            help={t`As it is written; emptied with its kind, it falls away`}
            errors={errorsAt(errors, `${at}/identifiers/${n}/value`)}
            value={identifier.value}
            onChange={(next) => set(identifiers.with(n, { ...identifier, value: next }))}
            maxLength={100}
            autoComplete="off"
          />
        </div>
      ))}
      {identifiers.length < IDENTIFIERS && (
        <div className="actions">
          <Button look="secondary" onClick={() => set([...identifiers, { kind: "", value: "" }])}>
            <Trans>Add a number</Trans>
          </Button>
        </div>
      )}
    </>
  );
};
