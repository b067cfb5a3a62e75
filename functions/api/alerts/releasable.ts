import type { Step } from "../../../shared/adapters/records/change.ts";
import { groupKey, stillMember, unchangedGroup } from "../../../shared/adapters/records/groups.ts";
import { reviewKey } from "../../../shared/adapters/records/reviews.ts";
import {
  type AlertContent,
  type AlertHead,
  type Draft,
  revisionConflict,
} from "../../../shared/domain/alert.ts";
import { namedBeside } from "../../../shared/domain/audience.ts";
import type { Group, Membership } from "../../../shared/domain/group.ts";
import type { Instant } from "../../../shared/domain/identifiers.ts";
import type { ReviewStanding } from "../../../shared/domain/lifecycle.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { type Review, standingOf } from "../../../shared/domain/review.ts";
import { assertAddressable, assertReadingBack } from "./addressing.ts";
import { assertSound } from "./sound.ts";
import { assertStep } from "./stepping.ts";

/** The group as it was read, and the author in it, hold until the moment of the transaction. */
const conditionsOf = (group: Group, membership: Membership, again: string): readonly Step[] => [
  {
    check: groupKey(group.id),
    when: unchangedGroup(group),
    otherwise: () => new Problem("conflict", `${group.name} was changed at this moment. ${again}`),
  },
  stillMember(membership),
];

/**
 * What has to hold whenever something goes out to an audience: said now, for a person to act on, and asked again by the
 * transaction's own conditions, so that nothing comes between. Every release, and every revision, comes through here.
 */
export const assertReleasable = async (
  store: RecordStore,
  { draft, review }: { readonly draft: Draft; readonly review: Review | undefined },
  at: Instant,
): Promise<{ readonly standing: ReviewStanding; readonly conditions: readonly Step[] }> => {
  const { group, membership } = await assertAddressable(store, draft.content, draft.administration, at);
  const standing = standingOf(draft, group, review);
  assertStep("release", { state: draft.state, standing });
  const approved: Step = {
    check: reviewKey(draft.id),
    when: { equals: { state: "approved", revision: draft.revision } },
    otherwise: () => new Problem("conflict", "Its approval does not hold any more. Ask for a review again."),
  };
  return {
    standing,
    conditions: [
      ...conditionsOf(group, membership, "Release it again."),
      ...(standing === "approved" ? [approved] : []),
    ],
  };
};

interface Revision {
  readonly head: AlertHead;
  readonly before: AlertContent;
  readonly content: AlertContent;
  readonly review: Review | undefined;
}

/**
 * The same of a revision. It stays in its group, and with those it went to, who need not be in the group any more. A group
 * that reviews before a release looks at a revision after it (docs/decisions/047): what is wrong is not left in force meanwhile.
 */
export const assertRevisable = async (
  store: RecordStore,
  { head, before, content, review }: Revision,
  at: Instant,
): Promise<{ readonly isReviewed: boolean; readonly conditions: readonly Step[] }> => {
  assertSound(content, new Date(at));
  const conflict = revisionConflict(before, content);
  if (conflict !== undefined) throw invalid(conflict.pointer, conflict.detail);
  await assertReadingBack(store, head, namedBeside(before.audience, content.audience) ?? [], at);
  const { group, membership } = await assertAddressable(
    store,
    { ...content, audience: { kind: "group" } },
    head.administration,
    at,
  );
  return {
    isReviewed: group.review !== "none" || review?.state === "waiting",
    conditions: conditionsOf(group, membership, "Revise it again."),
  };
};
