/*
 * Apart from what follow-ups say: what lists them needs no schema of theirs, with its code lists.
 */

/** What may be added to an alert. */
export const followUpTypes = [
  "sighting",
  "result",
  "laboratory-finding",
  "question",
  "correction-proposal",
  "translation",
] as const;
export type FollowUpType = (typeof followUpTypes)[number];

/** A question and a proposal are open until the author has said something to it; nothing is asked by the others. */
export const followUpStates = ["stated", "open", "answered", "accepted", "rejected"] as const;
export type FollowUpState = (typeof followUpStates)[number];
