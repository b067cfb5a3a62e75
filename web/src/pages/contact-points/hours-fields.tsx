import { Trans, useLingui } from "@lingui/react/macro";
import { weekdays } from "../../../../shared/domain/duty-hours.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { Choice, TextField } from "../../components/field.tsx";
import { TickList } from "../../components/tick-list.tsx";
import { weekdayName } from "../../i18n/hours.ts";
import { officeHours, type TypedPeriod, type TypedPoint } from "./typed.ts";

interface HoursFieldsProps {
  readonly at: string;
  readonly value: TypedPoint;
  readonly errors: readonly FieldError[];
  readonly onChange: (value: TypedPoint) => void;
}

/** When somebody is on duty: round the clock, or at times of the week. */
export const HoursFields = ({ at, value, errors, onChange }: HoursFieldsProps) => {
  const { t } = useLingui();
  const { hours, periods } = value;
  const pointer = `${at}/hours`;
  const setPeriods = (next: readonly TypedPeriod[]) => onChange({ ...value, periods: [...next] });
  return (
    <>
      <Choice
        pointer={pointer}
        label={t`Hours`}
        errors={hours === "weekly" ? [] : errorsAt(errors, pointer)}
        inline
        value={hours}
        options={[
          { value: "weekly", label: <Trans>At times of the week</Trans> },
          { value: "round-the-clock", label: <Trans>Round the clock</Trans> },
        ]}
        onChange={(kind) => onChange({ ...value, hours: kind })}
      />
      {hours === "weekly" && (
        <>
          {periods.map((period, index) => (
            <PeriodFields
              // biome-ignore lint/suspicious/noArrayIndexKey: A time being typed has nothing else that is its own.
              key={index}
              at={`${pointer}/periods/${index}`}
              value={period}
              errors={errors}
              onChange={(next) => setPeriods(periods.with(index, next))}
              onRemove={
                periods.length === 1
                  ? undefined
                  : () => setPeriods(periods.filter((_, each) => each !== index))
              }
            />
          ))}
          <div className="actions">
            <Button look="secondary" onClick={() => setPeriods([...periods, { ...officeHours(), days: [] }])}>
              <Trans>Add a time</Trans>
            </Button>
          </div>
        </>
      )}
    </>
  );
};

interface PeriodFieldsProps {
  readonly at: string;
  readonly value: TypedPeriod;
  readonly errors: readonly FieldError[];
  readonly onChange: (value: TypedPeriod) => void;
  readonly onRemove: (() => void) | undefined;
}

const PeriodFields = ({ at, value, errors, onChange, onRemove }: PeriodFieldsProps) => {
  const { t, i18n } = useLingui();
  const time = (name: "from" | "to") => ({
    pointer: `${at}/${name}`,
    errors: errorsAt(errors, `${at}/${name}`),
    value: value[name],
    onChange: (next: string) => onChange({ ...value, [name]: next }),
    type: "time",
  });
  return (
    <div className="form">
      <TickList
        pointer={`${at}/days`}
        label={t`Days`}
        errors={errorsAt(errors, `${at}/days`)}
        inline
        value={value.days}
        options={weekdays.map((day) => ({ value: day, label: weekdayName(day, i18n.locale) }))}
        onChange={(days) => onChange({ ...value, days: [...days] })}
      />
      <div className="pair">
        <TextField {...time("from")} label={t({ message: "From", context: "time of the day" })} />
        <TextField
          {...time("to")}
          label={t({ message: "To", context: "time of the day" })}
          help={t`Before the beginning: on the next day.`}
        />
      </div>
      {onRemove && (
        <div className="actions">
          <Button look="quiet" onClick={onRemove}>
            <Trans>Remove this time</Trans>
          </Button>
        </div>
      )}
    </div>
  );
};
