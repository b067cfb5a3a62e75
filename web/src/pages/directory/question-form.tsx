import { Trans, useLingui } from "@lingui/react/macro";
import { Choice, TextField, Tick } from "../../components/field.tsx";

/** What is looked for. */
export interface Question {
  /** Of an administration's name, or its code. */
  readonly words: string;
  /** As a field for date and time has it, by the reader's clock; undefined for now. */
  readonly at: string | undefined;
  readonly onDutyOnly: boolean;
}

interface QuestionFormProps {
  readonly question: Question;
  readonly onChange: (question: Question) => void;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** Tonight at ten: what is asked about most often in the afternoon. */
const tonight = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T22:00`;
};

/** Where, when, and whether only those who are on duty. What is typed is looked for at once. */
export const QuestionForm = ({ question, onChange }: QuestionFormProps) => {
  const { t } = useLingui();
  const { words, at, onDutyOnly } = question;
  return (
    <search>
      <form className="form directory-form" onSubmit={(event) => event.preventDefault()}>
        <TextField
          pointer="/words"
          label={t`Administration`}
          help={t`Its name or its code. Example: Kenya, or KE`}
          errors={[]}
          value={words}
          onChange={(next) => onChange({ ...question, words: next })}
          type="search"
          autoComplete="off"
          spellCheck={false}
        />
        <Choice
          pointer="/when"
          label={t`When`}
          errors={[]}
          inline
          value={at === undefined ? "now" : "then"}
          options={[
            { value: "now", label: <Trans>Now</Trans> },
            { value: "then", label: <Trans>At another time</Trans> },
          ]}
          onChange={(when) => onChange({ ...question, at: when === "now" ? undefined : tonight() })}
        />
        {at !== undefined && (
          <TextField
            pointer="/at"
            label={t`Date and time`}
            help={t`By your own clock.`}
            errors={[]}
            value={at}
            onChange={(next) => next !== "" && onChange({ ...question, at: next })}
            type="datetime-local"
            required
          />
        )}
        <Tick
          pointer="/onDutyOnly"
          label={t`Only who is on duty`}
          errors={[]}
          checked={onDutyOnly}
          onChange={(next) => onChange({ ...question, onDutyOnly: next })}
        />
      </form>
    </search>
  );
};
