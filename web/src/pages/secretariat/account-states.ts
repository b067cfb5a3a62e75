import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ContactPointAccount } from "../../../../shared/contract/contact-point-accounts.ts";
import type { StateTone } from "../../components/state.tsx";

type AccountState = ContactPointAccount["state"];

export const accountStateLabels = {
  invited: msg({ message: "Invited", context: "state of a person" }),
  active: msg({ message: "Active", context: "state of a person" }),
  disabled: msg({ message: "Disabled", context: "state of a person" }),
} as const satisfies Readonly<Record<AccountState, MessageDescriptor>>;

export const accountStateTones = {
  invited: "waiting",
  active: "good",
  disabled: "off",
} as const satisfies Readonly<Record<AccountState, StateTone>>;
