import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { PartyRole } from "../../../../shared/domain/parties.ts";
import type { PartyRequestKind, PartyRequestState } from "../../../../shared/domain/party-request.ts";

export const partyRoleLabels = {
  consignor: msg`Consignor`,
  consignee: msg`Consignee`,
  declarant: msg`Declarant`,
  carrier: msg`Carrier`,
  offender: msg`Offender`,
} as const satisfies Readonly<Record<PartyRole, MessageDescriptor>>;

export const partyRequestKindLabels = {
  correction: msg`Correction of a name`,
  erasure: msg`Erasure of a name`,
} as const satisfies Readonly<Record<PartyRequestKind, MessageDescriptor>>;

export const partyRequestStateLabels = {
  waiting: msg`waits for the author`,
  granted: msg`granted, and done`,
  refused: msg`refused`,
} as const satisfies Readonly<Record<PartyRequestState, MessageDescriptor>>;
