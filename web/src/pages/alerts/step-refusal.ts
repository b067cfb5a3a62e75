import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import {
  obstacle,
  type Place,
  type ReviewStanding,
  type TransitionName,
  transitions,
} from "../../../../shared/domain/lifecycle.ts";
import { stateLabels } from "../../i18n/labels.ts";
import { useMe } from "../../session/me.ts";
import { useRoleNames } from "../../session/role-names.ts";

/** Why a step has to wait, by where the review stands. */
const reviewReasons = {
  "not-asked": msg`The group asks for no review.`,
  needed: msg`The group asks for a review first.`,
  waiting: msg`It waits for its review.`,
  approved: msg`It is approved already.`,
  afterwards: msg`A critical alert is released at once and reviewed afterwards.`,
  reviewed: msg`It was reviewed already.`,
} as const satisfies Readonly<Record<ReviewStanding, MessageDescriptor>>;

/** Why a step cannot be taken now by this person; undefined when it can. The lifecycle and the permissions decide. */
export const useStepRefusal = (): ((step: TransitionName, place: Place) => string | undefined) => {
  const { t, i18n } = useLingui();
  const { may } = useMe();
  const rolesFor = useRoleNames();
  return (step, place) => {
    const { needs, by } = transitions[step];
    // Who reviews is decided on the group; a reviewer is answered with their steps alone.
    if (by === "author" && !may.includes(needs)) {
      const roles = rolesFor(needs);
      return t`Only for these roles: ${roles}.`;
    }
    switch (obstacle(step, place)) {
      case undefined:
        return undefined;
      case "review":
        return i18n.t(reviewReasons[place.standing]);
      case "state": {
        const now = i18n.t(stateLabels[place.state]);
        return t`Not in this state: ${now}.`;
      }
    }
  };
};
