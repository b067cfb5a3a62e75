import type { Action } from "./permissions.ts";

/** States of an alert. What the exchange cannot do yet is not listed. */
export const alertStates = ["draft", "submitted", "released"] as const;
export type AlertState = (typeof alertStates)[number];

export interface Transition {
  readonly from: readonly AlertState[];
  readonly to: AlertState;
  readonly needs: Action;
}

/** The lifecycle as data: checks, refusals and the console's buttons derive from it. */
export const transitions = {
  submit: { from: ["draft"], to: "submitted", needs: "alerts.draft" },
  return: { from: ["submitted"], to: "draft", needs: "alerts.release" },
  release: { from: ["draft", "submitted"], to: "released", needs: "alerts.release" },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

/** What may be done next, to an alert in this state, whoever does it. */
export const nextSteps = (state: AlertState): readonly TransitionName[] =>
  (Object.keys(transitions) as TransitionName[]).filter((name) =>
    (transitions[name].from as readonly AlertState[]).includes(state),
  );
