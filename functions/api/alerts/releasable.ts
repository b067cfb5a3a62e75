import type { Step } from "../../../shared/adapters/records/change.ts";
import { groupKey, stillMember, unchangedGroup } from "../../../shared/adapters/records/groups.ts";
import { reviewKey } from "../../../shared/adapters/records/reviews.ts";
import type { Draft } from "../../../shared/domain/alert.ts";
import type { Instant } from "../../../shared/domain/identifiers.ts";
import type { ReviewStanding } from "../../../shared/domain/lifecycle.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { type Review, standingOf } from "../../../shared/domain/review.ts";
import { assertAddressable } from "./addressing.ts";
import { assertStep } from "./stepping.ts";

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
      {
        check: groupKey(group.id),
        when: unchangedGroup(group),
        otherwise: () =>
          new Problem("conflict", `${group.name} was changed at this moment. Release it again.`),
      },
      stillMember(membership),
      ...(standing === "approved" ? [approved] : []),
    ],
  };
};
