import {
  type AlertState,
  changeable,
  obstacle,
  type Place,
  type ReviewStanding,
  type TransitionName,
  transitions,
} from "../../../shared/domain/lifecycle.ts";
import { Problem } from "../../../shared/domain/problem.ts";

/** What is to be done where the review stands so, for a step that cannot be taken because of it. */
const instead: Record<ReviewStanding, string> = {
  "not-asked": "No review is asked for.",
  needed:
    "Its group asks for a review before the release. Ask for it; when it is approved, release the alert.",
  waiting: "It waits for its review.",
  approved: "It is approved as it is now. Release it.",
  afterwards: "A critical alert is released at once and reviewed afterwards. Release it.",
  reviewed: "It was reviewed already.",
};

/** Refuses a step that the lifecycle does not have here, and says what would be one. */
export const assertStep = (name: TransitionName, place: Place): void => {
  switch (obstacle(name, place)) {
    case undefined:
      return;
    case "state":
      throw new Problem(
        "conflict",
        `This alert is ${place.state}; this step is for one that is ${transitions[name].from.join(" or ")}.`,
      );
    case "review":
      throw new Problem("conflict", instead[place.standing]);
  }
};

export const WHO_REVIEWS =
  "Reviewed by the secretariat's operators, and by contact points and releasers of a regional office or of the group's owner.";

/** What is being reviewed stays what it is. */
export const assertChangeable = (state: AlertState): void => {
  if (!changeable.includes(state))
    throw new Problem("conflict", "It is in review. Take it back with a reason before you change it.");
};
