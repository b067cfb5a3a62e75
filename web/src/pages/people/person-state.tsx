import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { userStates } from "../../../../shared/domain/user.ts";
import { State, type StateTone } from "../../components/state.tsx";

type UserState = (typeof userStates)[number];

const labels = {
  invited: msg({ message: "Invited", context: "state of a person" }),
  active: msg({ message: "Active", context: "state of a person" }),
  disabled: msg({ message: "Disabled", context: "state of a person" }),
} as const satisfies Readonly<Record<UserState, MessageDescriptor>>;

const tones = { invited: "waiting", active: "good", disabled: "off" } as const satisfies Readonly<
  Record<UserState, StateTone>
>;

export const PersonState = ({ state }: { readonly state: UserState }) => {
  const { i18n } = useLingui();
  return <State tone={tones[state]}>{i18n.t(labels[state])}</State>;
};
