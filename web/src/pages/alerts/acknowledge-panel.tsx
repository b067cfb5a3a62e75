import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import {
  AcknowledgementInput,
  acknowledgementResults,
  type LedgerLine,
} from "../../../../shared/domain/acknowledgement.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Choice, TextArea } from "../../components/field.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { resultLabels } from "../../i18n/labels.ts";
import { useMay } from "../../session/me.ts";
import { useRoleNames } from "../../session/role-names.ts";

interface AcknowledgePanelProps {
  readonly id: string;
  /** The own administration's line of the ledger. */
  readonly line: LedgerLine | undefined;
  /** Names the acknowledgement that a change is made against. */
  readonly etag: string | undefined;
}

/** What to do: say for the administration that it has the alert, and with which result. */
export const AcknowledgePanel = ({ id, line, etag }: AcknowledgePanelProps) => {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const [wasOutrun, setOutrun] = useState(false);
  const done = line?.acknowledgement;
  // Nothing typed is lost: the form stays while what a colleague was faster with is loaded.
  const loadCurrent = async () => {
    setChanging(true);
    await client.invalidateQueries({ queryKey: keyOf(alerts.acknowledgements) });
    setOutrun(true);
  };
  const close = () => {
    setChanging(false);
    setOutrun(false);
  };
  return (
    <section className="panel todo" data-open={done === undefined || undefined} aria-labelledby="todo">
      <h2 id="todo">{done === undefined ? <Trans>To acknowledge</Trans> : <Trans>Acknowledged</Trans>}</h2>
      {done && !changing ? (
        <div className="stack">
          <p>
            <strong>{i18n.t(resultLabels[done.result])}</strong> · <Moment at={done.at} />
          </p>
          {done.note && <p className="written">{done.note}</p>}
          <AcknowledgeAgain onChange={() => setChanging(true)} />
        </div>
      ) : (
        <AcknowledgeForm
          id={id}
          ifMatch={done === undefined ? undefined : etag}
          earlier={done}
          wasOutrun={wasOutrun}
          onOutrun={loadCurrent}
          onDone={close}
        />
      )}
    </section>
  );
};

const AcknowledgeAgain = ({ onChange }: { readonly onChange: () => void }) => {
  const mayAcknowledge = useMay("alerts.acknowledge");
  if (!mayAcknowledge) return null;
  return (
    <Button look="secondary" onClick={onChange}>
      <Trans>Change the result</Trans>
    </Button>
  );
};

/** Somebody of the own administration was faster: with the first acknowledgement, or with a change of it. */
const isOutrun = (error: Error): boolean =>
  error instanceof ApiProblem && (error.status === 412 || error.status === 428);

const Meanwhile = ({ earlier }: { readonly earlier: AcknowledgementInput }) => {
  const { i18n } = useLingui();
  const result = i18n.t(resultLabels[earlier.result]);
  return (
    <Notice
      kind="warn"
      live
      title={<Trans>Your administration acknowledged it meanwhile as “{result}”</Trans>}
    >
      {earlier.note && <p className="written">{earlier.note}</p>}
      <p>
        <Trans>Leave it so, or change it to what you chose below.</Trans>
      </p>
    </Notice>
  );
};

interface AcknowledgeFormProps {
  readonly id: string;
  readonly ifMatch: string | undefined;
  readonly earlier: AcknowledgementInput | undefined;
  /** The earlier one came in between. */
  readonly wasOutrun: boolean;
  readonly onOutrun: () => Promise<void>;
  readonly onDone: () => void;
}

const AcknowledgeForm = ({ id, ifMatch, earlier, wasOutrun, onOutrun, onDone }: AcknowledgeFormProps) => {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const mayAcknowledge = useMay("alerts.acknowledge");
  const acknowledge = useChange(alerts.acknowledge);
  const [result, setResult] = useState<string>(earlier?.result ?? "");
  const [note, setNote] = useState(earlier?.note ?? "");
  const [tried, setTried] = useState(false);
  const input = { result, ...(note.trim() === "" ? {} : { note }) };
  const refused = acknowledge.error instanceof ApiProblem ? acknowledge.error.errors : [];
  const errors = tried ? [...fieldErrorsOf(AcknowledgementInput, input), ...refused] : [];
  const roles = useRoleNames()("alerts.acknowledge");

  const send = () => {
    setTried(true);
    const body = AcknowledgementInput.safeParse(input);
    if (!body.success) return;
    acknowledge.mutate(
      { params: { id }, body: body.data, ifMatch },
      {
        onSuccess: async () => {
          void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
          await client.invalidateQueries({ queryKey: keyOf(alerts.acknowledgements) });
          onDone();
        },
        onError: async (error) => {
          if (isOutrun(error)) await onOutrun();
        },
      },
    );
  };
  return (
    <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
      {acknowledge.error && refused.length === 0 && !(wasOutrun && isOutrun(acknowledge.error)) && (
        <Failure error={acknowledge.error} />
      )}
      {wasOutrun && earlier && <Meanwhile earlier={earlier} />}
      <Choice
        pointer="/result"
        label={t`Result in your administration`}
        inline
        errors={errorsAt(errors, "/result")}
        value={result}
        onChange={setResult}
        options={acknowledgementResults.map((each) => ({
          value: each as string,
          label: i18n.t(resultLabels[each]),
        }))}
      />
      <TextArea
        pointer="/note"
        label={t`Note to the author`}
        optional
        errors={errorsAt(errors, "/note")}
        value={note}
        onChange={setNote}
        rows={2}
      />
      <div className="actions">
        <Button
          busy={acknowledge.isPending}
          onClick={send}
          refused={mayAcknowledge ? undefined : t`Only for these roles: ${roles}.`}
        >
          {wasOutrun ? <Trans>Change the result</Trans> : <Trans>Acknowledge</Trans>}
        </Button>
        {wasOutrun && (
          <Button look="secondary" onClick={onDone}>
            <Trans>Leave it as it is</Trans>
          </Button>
        )}
      </div>
    </form>
  );
};
