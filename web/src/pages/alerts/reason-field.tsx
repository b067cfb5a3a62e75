import { useState } from "react";
import { lines } from "../../../../shared/domain/text.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { TextArea } from "../../components/field.tsx";

const written = lines({ max: 1000 });

/** A reason as it is typed, and what the API would say against it once somebody tried to send it. */
export const useReason = ({ isRequired }: { readonly isRequired: boolean }) => {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isLeftOut = !isRequired && reason.trim() === "";
  const errors =
    tried && !isLeftOut
      ? fieldErrorsOf(written, reason).map((error) => ({ ...error, pointer: "/reason" }))
      : [];
  return {
    field: { value: reason, onChange: setReason, errors: errorsAt(errors, "/reason") },
    /** What to send; undefined where it cannot be sent so. */
    take: (): { readonly reason?: string } | undefined => {
      setTried(true);
      if (isLeftOut) return {};
      return written.safeParse(reason).success ? { reason } : undefined;
    },
  };
};

export const ReasonField = ({
  label,
  help,
  field,
}: {
  readonly label: string;
  readonly help: string;
  readonly field: ReturnType<typeof useReason>["field"];
}) => <TextArea pointer="/reason" label={label} help={help} rows={4} {...field} />;
