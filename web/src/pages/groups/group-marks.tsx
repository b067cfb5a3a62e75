import { Trans } from "@lingui/react/macro";
import type { GroupRow } from "../../../../shared/contract/groups.ts";
import { Moment } from "../../components/moment.tsx";
import { State } from "../../components/state.tsx";
import { useMe } from "../../session/me.ts";
import { Day } from "./day.tsx";
import { lastDayOf } from "./days.ts";

/** Where a group stands for its reader: whether it can be written to, or when it or the own stay in it ended. */
export const GroupStateMark = ({ group }: { readonly group: GroupRow }) => {
  const { standing, left, state, until, from } = group;
  if (standing === "former" && left !== undefined)
    return (
      <State tone="off">
        <Trans>
          Left <Moment at={left} />
        </Trans>
      </State>
    );
  if (state === "ended" && until !== undefined)
    return (
      <State tone="off">
        <Trans>
          Read-only since <Moment at={until} />
        </Trans>
      </State>
    );
  if (state === "upcoming" && from !== undefined)
    return (
      <State tone="waiting">
        <Trans>
          Begins <Day at={from} />
        </Trans>
      </State>
    );
  return (
    <State tone="good">
      {until === undefined ? (
        <Trans>Open</Trans>
      ) : (
        <Trans>
          Running until <Day at={lastDayOf(until)} />
        </Trans>
      )}
    </State>
  );
};

export const GroupKind = ({ kind }: Pick<GroupRow, "kind">) =>
  kind === "operation" ? <Trans>Operation</Trans> : <Trans>Standing group</Trans>;

/** What the own administration is to a group. */
export const OwnStanding = ({ group }: { readonly group: GroupRow }) => {
  const { administration } = useMe();
  if (group.owner === administration.code) return <Trans>Owner</Trans>;
  if (group.standing === "member") return <Trans>Member</Trans>;
  return group.standing === "former" ? <Trans>Former member</Trans> : <Trans>Not a member</Trans>;
};
