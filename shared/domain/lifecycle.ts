import type { Action } from "./permissions.ts";

/** States of an alert. What the exchange cannot do yet is not listed. */
export const alertStates = ["draft", "submitted", "in-review", "released"] as const;
export type AlertState = (typeof alertStates)[number];

/**
 * Where the review stands that an alert's group may ask for: none is asked for; one is needed before the release; one is waited
 * for; it was approved as it is now; a critical one is released at once and reviewed afterwards; it was reviewed so.
 */
export const reviewStandings = [
  "not-asked",
  "needed",
  "waiting",
  "approved",
  "afterwards",
  "reviewed",
] as const;
export type ReviewStanding = (typeof reviewStandings)[number];

/** Whose a step is: the author's administration's, or that of who reviews for the group. */
export type Side = "author" | "reviewer";

export interface Transition {
  readonly from: readonly AlertState[];
  readonly to: AlertState;
  readonly needs: Action;
  readonly by: Side;
  /** Where the review has to stand; absent: anywhere. */
  readonly where?: readonly ReviewStanding[];
}

/** The lifecycle as data: checks, refusals and the console's buttons derive from it. */
export const transitions = {
  submit: { from: ["draft"], to: "submitted", needs: "alerts.draft", by: "author" },
  // Out of a review, its author's releaser takes it back.
  return: { from: ["submitted", "in-review"], to: "draft", needs: "alerts.release", by: "author" },
  "request-review": {
    from: ["draft", "submitted"],
    to: "in-review",
    needs: "alerts.release",
    by: "author",
    where: ["needed"],
  },
  approve: { from: ["in-review"], to: "submitted", needs: "alerts.review", by: "reviewer" },
  "send-back": { from: ["in-review"], to: "draft", needs: "alerts.review", by: "reviewer" },
  release: {
    from: ["draft", "submitted"],
    to: "released",
    needs: "alerts.release",
    by: "author",
    where: ["not-asked", "approved", "afterwards"],
  },
  "mark-reviewed": {
    from: ["released"],
    to: "released",
    needs: "alerts.review",
    by: "reviewer",
    where: ["waiting"],
  },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;
export const transitionNames = Object.keys(transitions) as [TransitionName, ...TransitionName[]];

/** The steps that are decided at `…/review`. */
export const reviewSteps = [
  "request-review",
  "approve",
  "send-back",
  "mark-reviewed",
] as const satisfies readonly TransitionName[];
export type ReviewStep = (typeof reviewSteps)[number];

/** The states in which its author's administration may change what it says. */
export const changeable: readonly AlertState[] = ["draft", "submitted"];

/** Where an alert stands, for its steps. */
export interface Place {
  readonly state: AlertState;
  readonly standing: ReviewStanding;
}

/** What keeps a step from being taken by whoever may take it: the state, or where the review stands. */
export const obstacle = (
  name: TransitionName,
  { state, standing }: Place,
): "state" | "review" | undefined => {
  const { from, where }: Transition = transitions[name];
  if (!from.includes(state)) return "state";
  return where === undefined || where.includes(standing) ? undefined : "review";
};

/** What may be done next by one side, to an alert that stands so, whoever does it there. */
export const nextSteps = (place: Place, by: Side): readonly TransitionName[] =>
  transitionNames.filter((name) => transitions[name].by === by && obstacle(name, place) === undefined);

/** Before the release where the group wants it; after it of what is critical. */
export const reviewKinds = ["before-release", "after-release"] as const;
