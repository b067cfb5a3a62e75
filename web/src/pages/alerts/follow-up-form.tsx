import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { severities } from "../../../../shared/domain/alert-summary.ts";
import { outcomes } from "../../../../shared/domain/event.ts";
import { asksAuthor, FollowUpContent } from "../../../../shared/domain/follow-up.ts";
import { followUpTypes } from "../../../../shared/domain/follow-up-kind.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Choice, SelectField, TextArea, TextField } from "../../components/field.tsx";
import { severityLabels } from "../../i18n/labels.ts";
import { useMe } from "../../session/me.ts";
import { contentFrom, type TypedFollowUp, untyped } from "./follow-up-typed.ts";
import { followUpLabels, outcomeLabels } from "./follow-up-words.ts";

/** The languages that a translation is offered in; the API takes any. */
const languages = ["en", "fr", "es", "ar", "ru", "pt"] as const;

/** Something to add to an alert, by its type. */
export const FollowUpForm = ({
  alert,
  onDone,
}: {
  readonly alert: AlertView;
  readonly onDone: () => void;
}) => {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const keyFor = useIdempotencyKeys();
  const own = useMe().administration.code;
  const add = useChange(alerts.followUp);
  const [typed, setTyped] = useState<TypedFollowUp>(() => untyped(alert));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<TypedFollowUp>) => setTyped((before) => ({ ...before, ...part }));
  const content = contentFrom(typed, alert);
  const refused =
    add.error instanceof ApiProblem
      ? add.error.errors.map(({ pointer, detail }) => ({
          pointer: pointer.replace(/^\/content/, ""),
          detail,
        }))
      : [];
  const errors = tried ? [...fieldErrorsOf(FollowUpContent, content), ...refused] : [];
  const offered = followUpTypes.filter((type) => alert.administration !== own || !asksAuthor(type));

  const send = () => {
    setTried(true);
    const parsed = FollowUpContent.safeParse(content);
    if (!parsed.success) return;
    const body = { content: parsed.data };
    add.mutate(
      { params: { id: alert.id }, body, idempotencyKey: keyFor([alert.id, body]) },
      {
        onSuccess: async () => {
          await client.invalidateQueries({ queryKey: keyOf(alerts.followUps) });
          onDone();
        },
      },
    );
  };

  return (
    <form className="form panel" noValidate onSubmit={(event) => event.preventDefault()}>
      {add.error && <Failure error={add.error} />}
      <SelectField
        pointer="/type"
        label={t`What you add`}
        help={t`All who may read the alert read it, with the name of your administration.`}
        errors={errorsAt(errors, "/type")}
        value={typed.type}
        onChange={(type) => change({ type: followUpTypes.find((each) => each === type) ?? "sighting" })}
      >
        {offered.map((type) => (
          <option key={type} value={type}>
            {i18n.t(followUpLabels[type])}
          </option>
        ))}
      </SelectField>
      <TypedFields typed={typed} change={change} errors={errors} />
      <div className="actions">
        <Button busy={add.isPending} onClick={send}>
          <Trans>Add it</Trans>
        </Button>
        <Button look="secondary" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
};

interface FieldsProps {
  readonly typed: TypedFollowUp;
  readonly change: (part: Partial<TypedFollowUp>) => void;
  readonly errors: ReturnType<typeof fieldErrorsOf>;
}

const TypedFields = (props: FieldsProps) => {
  const { t } = useLingui();
  const { typed, change, errors } = props;
  if (typed.type === "translation") return <TranslationFields {...props} />;
  return (
    <>
      {typed.type === "correction-proposal" && <CorrectionFields {...props} />}
      {typed.type === "laboratory-finding" && (
        <TextField
          pointer="/laboratory/laboratory"
          label={t`Laboratory`}
          help={t`Its name and country.`}
          errors={errorsAt(errors, "/laboratory/laboratory")}
          optional
          value={typed.laboratory}
          onChange={(laboratory) => change({ laboratory })}
        />
      )}
      {typed.type === "result" && <OutcomeField {...props} />}
      <TextArea
        pointer="/text"
        label={typed.type === "correction-proposal" ? t`Why` : t`Text`}
        help={t`No names of persons or companies.`}
        errors={[...errorsAt(errors, "/text"), ...errorsAt(errors, "/laboratory/findings")]}
        value={typed.text}
        onChange={(text) => change({ text })}
        rows={4}
        dir="auto"
      />
      {(typed.type === "sighting" || typed.type === "result") && (
        <TextField
          pointer="/date"
          label={t`When`}
          help={t`As far as it is known: 2026, 2026-11 or 2026-11-19.`}
          errors={errorsAt(errors, "/date")}
          optional
          value={typed.date}
          onChange={(date) => change({ date })}
        />
      )}
    </>
  );
};

const OutcomeField = ({ typed, change, errors }: FieldsProps) => {
  const { t, i18n } = useLingui();
  return (
    <SelectField
      pointer="/outcome"
      label={t`What became of the goods`}
      errors={errorsAt(errors, "/outcome")}
      optional
      value={typed.outcome}
      onChange={(outcome) => change({ outcome })}
    >
      <option value="">–</option>
      {outcomes.map((outcome) => (
        <option key={outcome} value={outcome}>
          {i18n.t(outcomeLabels[outcome])}
        </option>
      ))}
    </SelectField>
  );
};

/** What is corrected here is what the short form says in words; the API takes a correction of every field. */
const CorrectionFields = ({ typed, change, errors }: FieldsProps) => {
  const { t, i18n } = useLingui();
  return (
    <>
      <TextField
        pointer="/patch/title"
        label={t`Title`}
        errors={[
          ...errors.filter(({ pointer }) => pointer === "/patch"),
          ...errorsAt(errors, "/patch/title"),
        ]}
        value={typed.title}
        onChange={(title) => change({ title })}
        dir="auto"
      />
      <TextArea
        pointer="/patch/summary"
        label={t`Summary`}
        errors={errorsAt(errors, "/patch/summary")}
        value={typed.summary}
        onChange={(summary) => change({ summary })}
        rows={5}
        dir="auto"
      />
      <SelectField
        pointer="/patch/severity"
        label={t`Severity`}
        errors={errorsAt(errors, "/patch/severity")}
        value={typed.severity}
        onChange={(severity) => change({ severity })}
      >
        {severities.map((severity) => (
          <option key={severity} value={severity}>
            {i18n.t(severityLabels[severity])}
          </option>
        ))}
      </SelectField>
    </>
  );
};

const TranslationFields = ({ typed, change, errors }: FieldsProps) => {
  const { t, i18n } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: "language" });
  return (
    <>
      <SelectField
        pointer="/language"
        label={t`Language`}
        errors={errorsAt(errors, "/language")}
        value={typed.language}
        onChange={(language) => change({ language })}
      >
        {languages.map((language) => (
          <option key={language} value={language}>
            {names.of(language)}
          </option>
        ))}
      </SelectField>
      <TextField
        pointer="/title"
        label={t`Title`}
        errors={errorsAt(errors, "/title")}
        value={typed.translatedTitle}
        onChange={(translatedTitle) => change({ translatedTitle })}
        lang={typed.language}
        dir="auto"
      />
      <TextArea
        pointer="/summary"
        label={t`Summary`}
        errors={errorsAt(errors, "/summary")}
        value={typed.translatedSummary}
        onChange={(translatedSummary) => change({ translatedSummary })}
        rows={6}
        lang={typed.language}
        dir="auto"
      />
      <Choice
        pointer="/by"
        label={t`Who translated it`}
        inline
        errors={errorsAt(errors, "/by")}
        value={typed.by}
        onChange={(by) => change({ by })}
        options={[
          { value: "person", label: t`A person` },
          { value: "machine", label: t`A machine` },
        ]}
      />
    </>
  );
};
