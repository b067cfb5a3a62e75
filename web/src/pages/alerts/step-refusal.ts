import { useLingui } from "@lingui/react/macro";
import { type AlertState, type TransitionName, transitions } from "../../../../shared/domain/lifecycle.ts";
import { stateLabels } from "../../i18n/labels.ts";
import { useMe } from "../../session/me.ts";
import { useRoleNames } from "../../session/role-names.ts";

/** Why a step cannot be taken now by this person; undefined when it can. The lifecycle and the permissions decide. */
export const useStepRefusal = (): ((step: TransitionName, state: AlertState) => string | undefined) => {
  const { t, i18n } = useLingui();
  const { may } = useMe();
  const rolesFor = useRoleNames();
  return (step, state) => {
    const { needs, from } = transitions[step];
    if (!may.includes(needs)) {
      const roles = rolesFor(needs);
      return t`Only for these roles: ${roles}.`;
    }
    if ((from as readonly AlertState[]).includes(state)) return undefined;
    const now = i18n.t(stateLabels[state]);
    return t`Not in this state: ${now}.`;
  };
};
