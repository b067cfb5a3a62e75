import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { DisclosablePart, DisclosureState } from "../../../../shared/domain/disclosure-request.ts";

export const partLabels = {
  reference: msg`Reference`,
  title: msg`Title`,
  summary: msg`Summary`,
  event: msg`Place and date`,
  goods: msg`Goods`,
  route: msg`Route`,
  conveyance: msg`Conveyance`,
  detection: msg`Detection`,
  concealment: msg`Concealment`,
  laboratory: msg`Laboratory`,
  attachments: msg`Attachments`,
  parties: msg`Persons and companies`,
} as const satisfies Readonly<Record<DisclosablePart, MessageDescriptor>>;

export const disclosureStates = {
  waiting: msg`Waits for an answer`,
  granted: msg`Leave granted`,
  refused: msg`Leave refused`,
} as const satisfies Readonly<Record<DisclosureState, MessageDescriptor>>;
