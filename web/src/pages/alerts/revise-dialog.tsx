import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import type { AlertContent } from "../../../../shared/domain/alert.ts";
import { namedBeside } from "../../../../shared/domain/audience.ts";
import { differencesBetween } from "../../../../shared/domain/differences.ts";
import { call } from "../../api/api.ts";
import { mergePatchBetween } from "../../api/merge-patch.ts";
import { ApiProblem } from "../../api/problem.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Tick } from "../../components/field.tsx";
import { listOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { DifferenceList } from "./difference-list.tsx";
import type { Saved } from "./editor-state.ts";
import { ReasonField, useReason } from "./reason-field.tsx";
import { Recipients } from "./step-dialogs.tsx";
import type { DraftInHand } from "./use-draft.ts";

interface ReviseDialogProps {
  /** The version that was revised. */
  readonly before: Saved;
  readonly content: AlertContent;
  /** Whom regions, or all but some, stood for at the release. */
  readonly addressed: readonly string[] | undefined;
  readonly willSend: DraftInHand["willSend"];
  readonly compare: DraftInHand["compareAgain"];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** `version-3.a12…` of the third version; what stands after the full stop is no part of it. */
const numberIn = (etag: string): number => Number(/^version-(\d+)/.exec(etag)?.[1] ?? 0);

/** Before a version is released: what changes, why, and whom it tells. */
export const ReviseDialog = ({
  before,
  content,
  addressed,
  willSend,
  compare,
  onClose,
  onDone,
}: ReviseDialogProps) => {
  const { t, i18n } = useLingui();
  const nameOf = useAdministrationName();
  const reason = useReason({ isRequired: false });
  const [minor, setMinor] = useState(false);
  const version = numberIn(before.etag) + 1;
  const added = namedBeside(before.content.audience, content.audience) ?? [];
  const names = listOf(added.map(nameOf), i18n.locale);
  const revise = useMutation({
    mutationFn: async (why: { readonly reason?: string }) => {
      willSend(content);
      try {
        await call(alerts.update, {
          params: { id: before.id },
          ifMatch: before.etag,
          query: minor ? { minor: "true" } : {},
          body: { ...mergePatchBetween(before.content, content), ...why },
        });
      } catch (failure) {
        if (!(failure instanceof ApiProblem) || failure.status !== 412) throw failure;
        // Only its answer may have been lost; else the page shows both texts.
        return (await compare()) === "go-on";
      }
      return true;
    },
    onSuccess: (isDone) => (isDone ? onDone() : onClose()),
  });
  return (
    <ConfirmDialog
      title={t`Release version ${version}?`}
      action={t`Release version ${version}`}
      busy={revise.isPending}
      error={revise.error}
      onClose={onClose}
      onConfirm={() => {
        const why = reason.take();
        if (why !== undefined) revise.mutate(why);
      }}
    >
      <DifferenceList
        label={t`What changes`}
        differences={differencesBetween(before.content, content)}
        language={content.language}
      />
      <ReasonField
        label={t`Reason (optional)`}
        help={t`Everybody who may read the alert reads it.`}
        field={reason.field}
      />
      <Tick
        pointer="/minor"
        label={t`Minor: a misspelling, say. Nobody is told, and nobody is asked to acknowledge it again.`}
        errors={[]}
        checked={minor}
        onChange={setMinor}
      />
      {minor ? (
        added.length > 0 && (
          <p>
            <Trans>Tells those who are added alone: {names}.</Trans>
          </p>
        )
      ) : (
        <Recipients content={content} addressed={addressed} />
      )}
      {added.length > 0 && (
        <p className="quiet">
          <Trans>Those who are added may read the earlier versions as well.</Trans>
        </p>
      )}
    </ConfirmDialog>
  );
};
