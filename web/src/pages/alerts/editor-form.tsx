import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Failure } from "../../components/failure.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Notice } from "../../components/notice.tsx";
import { stateLabels } from "../../i18n/labels.ts";
import { paths } from "../../path-builder.ts";
import { ReadersPart, RoutePart, WhatPart } from "./alert-form-fields.tsx";
import { Conflict } from "./conflict.tsx";
import { useFieldNames } from "./field-names.ts";
import { GoodsPart } from "./goods-part.tsx";
import { LongForm } from "./long-form.tsx";
import { Rail } from "./rail.tsx";
import { SaveState } from "./save-state.tsx";
import type { DraftInHand } from "./use-draft.ts";
import { useOpenParts } from "./use-open-parts.ts";

interface EditorFormProps {
  readonly draft: DraftInHand;
  /** How often somebody tried to go on: from the first time on, what is wrong is shown. */
  readonly attempt: number;
  readonly attachments?: ReactNode;
  /** It is released already: what is written stays here until it is the next version. */
  readonly isRevision?: boolean;
  /** What can be done with what is written. */
  readonly children: ReactNode;
}

/** The form of an alert, whatever becomes of it: its parts with their rail, what keeps it from being saved, and its end. */
export const EditorForm = ({
  draft,
  attempt,
  attachments,
  isRevision = false,
  children,
}: EditorFormProps) => {
  const nameOf = useFieldNames();
  const parts = useOpenParts(draft.typed, draft.errors, attempt);
  const shown = attempt > 0 ? draft.errors : [];
  const part = { typed: draft.typed, change: draft.change, errors: shown };
  const mine = draft.standstill?.is === "conflict" ? AlertContent.safeParse(draft.content).data : undefined;
  if (draft.standstill?.is === "conflict" && draft.saved && mine)
    return (
      <Conflict
        before={draft.saved.content}
        mine={mine}
        theirs={draft.standstill.theirs}
        onResolve={draft.resolve}
      />
    );
  return (
    <div className="editor">
      <Rail
        errors={draft.errors}
        typed={draft.typed}
        tried={attempt > 0}
        goToPart={parts.goToPart}
        goTo={parts.goTo}
      />
      <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
        <ErrorSummary errors={shown} nameOf={nameOf} attempt={attempt} onGo={parts.goTo} />
        <NotSaved draft={draft} isShown={shown.length === 0} />
        <WhatPart {...part} />
        <GoodsPart {...part} />
        <RoutePart {...part} />
        <LongForm {...part} found={draft.errors} parts={parts} />
        {attachments}
        <ReadersPart {...part} />
        <div className="editor-end">
          <SaveState draft={draft} nameOf={nameOf} isRevision={isRevision} />
          <div className="actions">{children}</div>
        </div>
      </form>
    </div>
  );
};

/** On top of the form: why what is written is not with the exchange, and what becomes of it. */
const NotSaved = ({ draft, isShown }: { readonly draft: DraftInHand; readonly isShown: boolean }) => {
  const { i18n } = useLingui();
  const { standstill, saved } = draft;
  if (standstill?.is === "moved") {
    const state = i18n.t(stateLabels[standstill.state]);
    return (
      <Notice kind="warn" live title={<Trans>It is in another state meanwhile: {state}</Trans>}>
        <p>
          <Trans>It is not changed here any more. This device keeps what you wrote.</Trans>
        </p>
        <div className="actions">
          {saved && (
            <LinkButton look="secondary" href={paths.alert(saved.id)}>
              <Trans>Read it as it is now</Trans>
            </LinkButton>
          )}
          <KeepAsNew draft={draft} />
        </div>
      </Notice>
    );
  }
  if (standstill?.is === "discarded")
    return (
      <Notice kind="warn" live title={<Trans>Somebody discarded this draft meanwhile</Trans>}>
        <p>
          <Trans>This device keeps what you wrote.</Trans>
        </p>
        <div className="actions">
          <KeepAsNew draft={draft} />
        </div>
      </Notice>
    );
  if (draft.isWaiting)
    return (
      <Notice kind="warn" live title={<Trans>Not sent yet</Trans>}>
        <p>
          <Trans>
            What you write is kept on this device, also when the page is closed, and is sent as soon as the
            exchange can be reached.
          </Trans>
        </p>
        <Button look="secondary" busy={draft.saving} onClick={() => void draft.save()}>
          <Trans>Try now</Trans>
        </Button>
      </Notice>
    );
  return draft.error && isShown ? <Failure error={draft.error} /> : null;
};

const KeepAsNew = ({ draft }: { readonly draft: DraftInHand }) => {
  const [done, setDone] = useState(false);
  return (
    <Button
      look="secondary"
      busy={done}
      onClick={() => {
        setDone(true);
        draft.keepAsNew();
        void draft.save();
      }}
    >
      <Trans>Keep what I wrote as a new draft</Trans>
    </Button>
  );
};
