import { findAlert, getVersion } from "../../../shared/adapters/records/alerts.ts";
import { getMembership } from "../../../shared/adapters/records/groups.ts";
import type { AlertContent, AlertHead, Draft } from "../../../shared/domain/alert.ts";
import { maySee } from "../../../shared/domain/audience.ts";
import { nextSteps } from "../../../shared/domain/lifecycle.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Answer } from "../../runtime/request.ts";

/** The one decision of every way to a released alert: what the reader may not see is unknown. */
export const seen = async (store: RecordStore, caller: Caller, id: string, now: Date): Promise<AlertHead> => {
  const { head } = await findAlert(store, caller.administration, id);
  return visible(store, caller, head, now);
};

const visible = async (
  store: RecordStore,
  caller: Caller,
  head: AlertHead | undefined,
  now: Date,
): Promise<AlertHead> => {
  // Asked for whether there is an alert or not, so that the answer takes the same time.
  const membership = await getMembership(store, head?.group ?? "ipr", caller.administration);
  if (head === undefined) throw unknown();
  const what = { ...head, author: head.administration };
  if (!maySee(what, caller.administration, membership, now.toISOString())) throw unknown();
  return head;
};

/** A draft of the own administration, to somebody who may draft. */
export const ownDraft = async (store: RecordStore, caller: Caller, id: string, now: Date): Promise<Draft> => {
  const { head, draft } = await findAlert(store, caller.administration, id);
  if (draft !== undefined && may(caller, "alerts.draft")) return draft;
  const released = await visible(store, caller, head, now);
  throw released.administration === caller.administration
    ? new Problem("conflict", `${released.reference} is released already; it can be read, not changed.`)
    : new Problem("forbidden", "Only its author's administration changes an alert.");
};

export const draftAnswer = ({
  id,
  administration,
  state,
  revision,
  content,
  createdAt,
  changedAt,
  returned,
}: Draft): Answer => ({
  body: {
    ...content,
    id,
    administration,
    state,
    version: 0,
    createdAt,
    changedAt,
    ...(returned === undefined ? {} : { returned }),
    steps: nextSteps(state),
  },
  etag: `draft-${revision}`,
});

export const releasedAnswer = (head: AlertHead, content: AlertContent): Answer => {
  const { id, administration, state, version, reference, createdAt, changedAt, releasedAt } = head;
  return {
    body: {
      ...content,
      id,
      administration,
      state,
      version,
      reference,
      createdAt,
      changedAt,
      releasedAt,
      steps: nextSteps(state),
    },
    etag: `version-${version}`,
  };
};

/** What an alert is to this reader now: the own administration's draft, or the version that was released. */
export const reach = async (
  store: RecordStore,
  caller: Caller,
  id: string,
  now: Date,
): Promise<{ readonly draft: Draft } | { readonly head: AlertHead; readonly content: AlertContent }> => {
  const { head, draft } = await findAlert(store, caller.administration, id);
  if (head === undefined && draft !== undefined && may(caller, "alerts.draft")) return { draft };
  const shown = await visible(store, caller, head, now);
  const version = await getVersion(store, id, shown.version);
  if (version === undefined) throw new Error(`Alert ${id} has no version ${shown.version}`);
  return { head: shown, content: version.content };
};

/** The same as an answer. */
export const render = async (store: RecordStore, caller: Caller, id: string, now: Date): Promise<Answer> => {
  const found = await reach(store, caller, id, now);
  return "draft" in found ? draftAnswer(found.draft) : releasedAnswer(found.head, found.content);
};
