import { useLingui } from "@lingui/react/macro";
import { handlingCodes } from "../../../../shared/domain/handling.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { SelectField, TextArea } from "../../components/field.tsx";
import type { TypedAlert } from "./alert-form.ts";
import { handlingMeanings } from "./handling.tsx";

interface HandlingFieldsProps {
  readonly typed: TypedAlert;
  readonly change: (part: Partial<TypedAlert>) => void;
  readonly errors: readonly FieldError[];
}

/** What readers may do with it, where the author restricts that. */
export const HandlingFields = ({ typed, change, errors }: HandlingFieldsProps) => {
  const { t, i18n } = useLingui();
  return (
    <>
      <SelectField
        pointer="/handling"
        label={t`Handling code (optional)`}
        errors={errors.filter(({ pointer }) => pointer === "/handling" || pointer === "/handling/code")}
        value={typed.handling}
        onChange={(handling) => change({ handling })}
      >
        <option value="">{t`No handling code`}</option>
        {handlingCodes.map((code) => (
          <option key={code} value={code}>
            {code} – {i18n.t(handlingMeanings[code])}
          </option>
        ))}
      </SelectField>
      {typed.handling !== "" && (
        <TextArea
          pointer="/handling/conditions"
          label={t`Conditions`}
          optional={typed.handling !== "H3"}
          help={t`What else a reader has to keep to, in your own words.`}
          errors={errorsAt(errors, "/handling/conditions")}
          value={typed.conditions}
          onChange={(conditions) => change({ conditions })}
          rows={2}
        />
      )}
    </>
  );
};
