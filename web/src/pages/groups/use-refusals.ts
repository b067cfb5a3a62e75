import { useLingui } from "@lingui/react/macro";
import type { GroupView } from "../../../../shared/contract/groups.ts";
import { IPR_GROUP } from "../../../../shared/domain/group.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMay, useMe } from "../../session/me.ts";

/** Why something cannot be done to a group by this person, by what would be done; undefined where it can. */
export const useRefusals = (group: GroupView) => {
  const { t } = useLingui();
  const { administration } = useMe();
  const nameOf = useAdministrationName();
  const mayLeave = useMay("groups.leave");
  const isIpr = group.id === IPR_GROUP;
  const ended =
    group.state === "ended" ? t`It ended; it can be read, and nothing of it changes any more.` : undefined;
  const ofEverybody = isIpr
    ? t`Members and regional offices are in this group from their approval on; nobody is admitted by hand.`
    : undefined;
  const refusalOfOwner = (owner: string) =>
    t`${nameOf(owner)} owns the group. The secretariat hands it to another owner first.`;
  return {
    change: ended,
    end: isIpr ? t`This group lasts as long as the exchange.` : ended,
    admit: ofEverybody ?? ended,
    remove: (code: string) => (code === group.owner ? refusalOfOwner(code) : undefined),
    leave: isIpr
      ? t`Whoever leaves this group leaves the exchange.`
      : group.owner === administration.code
        ? refusalOfOwner(administration.code)
        : mayLeave
          ? undefined
          : t`A contact point of your administration takes it out.`,
  };
};
