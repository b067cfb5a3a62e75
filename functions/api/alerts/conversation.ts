import { getFollowUp } from "../../../shared/adapters/records/follow-ups.ts";
import type { FollowUpView } from "../../../shared/contract/follow-ups.ts";
import type { AlertHead } from "../../../shared/domain/alert.ts";
import type { Tlp } from "../../../shared/domain/audience.ts";
import { type FollowUp, stricter } from "../../../shared/domain/follow-up.ts";
import type { AdministrationCode, Id } from "../../../shared/domain/identifiers.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { contentOf, joined } from "./access.ts";

/** Of this alert alone: a follow-up has no address of its own. */
export const followUpOf = async (
  store: RecordStore,
  caller: Caller,
  { id, followUp }: { readonly id: Id; readonly followUp: Id },
  now: Date,
) => {
  // Read whether the alert is within reach or not, so that the answer takes the same time.
  const [place, found] = await Promise.all([
    joined(store, caller, id, now),
    getFollowUp(store, id, followUp),
  ]);
  if (found === undefined) throw unknown();
  return { ...place, found };
};

/** What a reader is shown of it: nobody's people, and a marking that is never laxer than the alert's has become. */
export const viewOf = (
  followUp: FollowUp,
  author: AdministrationCode,
  tlp: Tlp,
  reader: AdministrationCode,
): FollowUpView => {
  const { alert: _, by, reply, ...shown } = followUp;
  return {
    ...shown,
    tlp: stricter(shown.tlp, tlp),
    ...(followUp.administration === reader ? { by } : {}),
    ...(reply === undefined ? {} : { reply: replyView(reply, author, reader) }),
  };
};

const replyView = (
  { by, ...reply }: NonNullable<FollowUp["reply"]>,
  administration: AdministrationCode,
  reader: AdministrationCode,
) => ({ ...reply, administration, ...(administration === reader ? { by } : {}) });

/** One follow-up as an answer; its version is the alert's, which is what a reply to it is made against. */
export const followUpAnswer = async (
  store: RecordStore,
  { head, found, caller }: { readonly head: AlertHead; readonly found: FollowUp; readonly caller: Caller },
) => {
  const { tlp } = await contentOf(store, head);
  return {
    body: viewOf(found, head.administration, tlp, caller.administration),
    etag: `version-${head.version}`,
  };
};
