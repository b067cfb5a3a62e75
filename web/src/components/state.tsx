import type { ReactNode } from "react";

/** How a state is to be taken: all is well, somebody has to do something, it failed, it is switched off. */
export type StateTone = "good" | "waiting" | "bad" | "off";

/** The state of something: a word, with a mark of its own shape, so that colour is not alone in saying it. */
export const State = ({ tone, children }: { readonly tone: StateTone; readonly children: ReactNode }) => (
  <span className="state" data-tone={tone}>
    {children}
  </span>
);
