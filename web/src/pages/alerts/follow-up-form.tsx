import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { outcomes } from "../../../../shared/domain/event.ts";
import { asksAuthor, FollowUpContent } from "../../../../shared/domain/follow-up.ts";
import { followUpTypes } from "../../../../shared/domain/follow-up-kind.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Choice, SelectField, TextArea, TextField } from "../../components/field.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { loadTextsOf } from "../../i18n/activate.ts";
import { useMe } from "../../session/me.ts";
import { alertErrors, toContent } from "./alert-form.ts";
import { contentFrom, patchOf, type TypedFollowUp, untyped } from "./follow-up-typed.ts";
import { followUpLabels, outcomeLabels } from "./follow-up-words.ts";

/** The form of the whole alert, which a page that is read is not to wait for. */
const CorrectionFields = lazy(async () => {
  const [{ CorrectionFields: Fields }] = await Promise.all([
    import("./follow-up-correction.tsx"),
    loadTextsOf("long-form"),
  ]);
  return { default: Fields };
});

/** The languages that a translation is offered in; the API takes any. */
const languages = ["en", "fr", "es", "ar", "ru", "pt"] as const;

/** The API names what is wrong where it stands in the correction; the form has it where it stands in the alert. */
const isInPatch = ({ pointer }: FieldError): boolean => pointer.startsWith("/patch/");
const inAlert = ({ pointer, detail }: FieldError): FieldError => ({
  pointer: pointer.slice("/patch".length),
  detail,
});

/** Something to add to an alert, by its type. */
const FollowUpForm = ({ alert, onDone }: { readonly alert: AlertView; readonly onDone: () => void }) => {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const keyFor = useIdempotencyKeys();
  const own = useMe().administration.code;
  const add = useChange(alerts.followUp);
  const [typed, setTyped] = useState<TypedFollowUp>(() => untyped(alert, i18n.locale));
  const [attempt, setAttempt] = useState(0);
  const change = (part: Partial<TypedFollowUp>) => setTyped((before) => ({ ...before, ...part }));
  const content = contentFrom(typed, alert);
  const refused =
    add.error instanceof ApiProblem
      ? add.error.errors.map(({ pointer, detail }) => ({
          pointer: pointer.replace(/^\/content/, ""),
          detail,
        }))
      : [];
  const isCorrection = typed.type === "correction-proposal";
  // What a correction leaves has to be an alert that could be released so.
  const ofAlert = isCorrection
    ? [...alertErrors(toContent(typed.corrected)), ...refused.filter(isInPatch).map(inAlert)]
    : [];
  const found = fieldErrorsOf(FollowUpContent, content);
  const errors = attempt > 0 ? [...found, ...refused] : [];
  const offered = followUpTypes.filter((type) => alert.administration !== own || !asksAuthor(type));

  const send = () => {
    setAttempt(attempt + 1);
    const parsed = FollowUpContent.safeParse(content);
    if (!parsed.success || (isCorrection && alertErrors(toContent(typed.corrected)).length > 0)) return;
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
        pointer="/kind"
        label={t`What you add`}
        help={t`All who may read the alert read it, with the name of your administration.`}
        errors={[]}
        value={typed.type}
        onChange={(type) => change({ type: followUpTypes.find((each) => each === type) ?? "sighting" })}
      >
        {offered.map((type) => (
          <option key={type} value={type}>
            {i18n.t(followUpLabels[type])}
          </option>
        ))}
      </SelectField>
      {isCorrection && (
        <Suspense fallback={<Skeleton lines={10} />}>
          <CorrectionFields
            alert={alert}
            typed={typed.corrected}
            change={(part) =>
              setTyped((before) => ({ ...before, corrected: { ...before.corrected, ...part } }))
            }
            patch={patchOf(typed.corrected, alert)}
            found={ofAlert}
            attempt={attempt}
          />
        </Suspense>
      )}
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

export default FollowUpForm;

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
