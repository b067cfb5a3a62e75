import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { outcomes } from "../../../../shared/domain/event.ts";
import type { FollowUpState, FollowUpType } from "../../../../shared/domain/follow-up-kind.ts";

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

export const followUpLabels = {
  sighting: msg`Sighting`,
  result: msg`Result of a check`,
  "laboratory-finding": msg`Laboratory finding`,
  question: msg`Question to the author`,
  "correction-proposal": msg`Proposed correction`,
  translation: msg`Translation of title and summary`,
} as const satisfies Words<FollowUpType>;

/** Where a question or a proposal stands; what asks for nothing has no such words. */
export const followUpStateLabels: Partial<Words<FollowUpState>> = {
  open: msg({ message: "Open", context: "state of a follow-up" }),
  answered: msg({ message: "Answered", context: "state of a follow-up" }),
  accepted: msg({ message: "Taken up", context: "state of a follow-up" }),
  rejected: msg({ message: "Rejected", context: "state of a follow-up" }),
};

export const outcomeLabels = {
  detained: msg({ message: "Detained", context: "what became of goods" }),
  seized: msg({ message: "Seized", context: "what became of goods" }),
  released: msg({ message: "Released", context: "what became of goods" }),
  destroyed: msg({ message: "Destroyed", context: "what became of goods" }),
  found: msg({ message: "Found", context: "what became of goods" }),
} as const satisfies Words<(typeof outcomes)[number]>;
