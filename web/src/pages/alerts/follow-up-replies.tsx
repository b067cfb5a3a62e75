import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import type { FollowUpView } from "../../../../shared/contract/follow-ups.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { useRoleNames } from "../../session/role-names.ts";
import { ReasonField, useReason } from "./reason-field.tsx";

interface RepliesProps {
  readonly followUp: FollowUpView;
  readonly alert: AlertView;
  readonly etag: string;
}

type Step = "accept" | "reject" | "answer";

/** What the author can say to what is open; nothing to anybody else, and nothing to what asks for nothing. */
export const FollowUpReplies = ({ followUp, alert, etag }: RepliesProps) => {
  const { t } = useLingui();
  const { administration, may } = useMe();
  const rolesFor = useRoleNames();
  const [step, setStep] = useState<Step>();
  if (followUp.state !== "open" || alert.administration !== administration.code) return null;
  const refusal = (access: "alerts.release" | "alerts.follow-up"): string | undefined => {
    const roles = rolesFor(access);
    return may.includes(access) ? undefined : t`Only for these roles: ${roles}.`;
  };
  return (
    <div className="actions">
      {followUp.content.type === "question" ? (
        <Button refused={refusal("alerts.follow-up")} onClick={() => setStep("answer")}>
          <Trans>Answer…</Trans>
        </Button>
      ) : (
        <>
          <Button refused={refusal("alerts.release")} onClick={() => setStep("accept")}>
            <Trans>Revise as proposed…</Trans>
          </Button>
          <Button look="secondary" refused={refusal("alerts.release")} onClick={() => setStep("reject")}>
            <Trans>Reject…</Trans>
          </Button>
        </>
      )}
      {step && (
        <ReplyDialog
          step={step}
          followUp={followUp}
          id={alert.id}
          etag={etag}
          onClose={() => setStep(undefined)}
        />
      )}
    </div>
  );
};

const ReplyDialog = ({
  step,
  followUp,
  id,
  etag,
  onClose,
}: {
  readonly step: Step;
  readonly followUp: FollowUpView;
  readonly id: string;
  readonly etag: string;
  readonly onClose: () => void;
}) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const keyFor = useIdempotencyKeys();
  const nameOf = useAdministrationName();
  const accept = useChange(alerts.acceptFollowUp);
  const reject = useChange(alerts.rejectFollowUp);
  const answer = useChange(alerts.answerFollowUp);
  const written = useReason({ isRequired: step !== "accept" });
  const who = nameOf(followUp.administration);
  const change = { accept, reject, answer }[step];

  const send = () => {
    const taken = written.take();
    if (taken === undefined) return;
    const text = taken.reason ?? "";
    const body = text === "" ? {} : { text };
    const address = {
      params: { id, followUp: followUp.id },
      ifMatch: etag,
      idempotencyKey: keyFor([step, followUp.id, etag, body]),
    };
    const onSuccess = async () => {
      onClose();
      await Promise.all(
        [alerts.get, alerts.followUps, alerts.followUpTasks, alerts.list].map((endpoint) =>
          client.invalidateQueries({ queryKey: keyOf(endpoint) }),
        ),
      );
    };
    if (step === "accept") accept.mutate({ ...address, body }, { onSuccess });
    else change.mutate({ ...address, body: { text } }, { onSuccess });
  };

  return (
    <ConfirmDialog
      title={
        step === "accept" ? (
          <Trans>Revise the alert as {who} proposes?</Trans>
        ) : step === "reject" ? (
          <Trans>Leave the alert as it is?</Trans>
        ) : (
          <Trans>Answer {who}?</Trans>
        )
      }
      action={
        step === "accept" ? (
          <Trans>Revise it</Trans>
        ) : step === "reject" ? (
          <Trans>Reject it</Trans>
        ) : (
          <Trans>Answer</Trans>
        )
      }
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={send}
    >
      {step === "accept" && (
        <p>
          <Trans>
            It becomes the alert’s next version, which names {who}. Everybody whom the alert reached is told.
          </Trans>
        </p>
      )}
      <ReasonField
        label={
          step === "accept" ? t`Note (optional)` : step === "reject" ? t`Why it stays as it is` : t`Answer`
        }
        help={t`All who may read the alert read it, with the name of your administration.`}
        field={written.field}
      />
    </ConfirmDialog>
  );
};
