import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { PartyRole } from "../../../../shared/domain/parties.ts";

export const partyRoleLabels = {
  consignor: msg`Consignor`,
  consignee: msg`Consignee`,
  declarant: msg`Declarant`,
  carrier: msg`Carrier`,
  offender: msg`Offender`,
} as const satisfies Readonly<Record<PartyRole, MessageDescriptor>>;
