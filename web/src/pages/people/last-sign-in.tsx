import { Trans } from "@lingui/react/macro";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { Moment } from "../../components/moment.tsx";

/** When somebody was last in, to the hour. */
export const LastSignIn = ({
  person,
  short = false,
}: {
  readonly person: UserView;
  readonly short?: boolean;
}) =>
  person.lastSeenAt === undefined ? (
    <span className="quiet">
      <Trans>never</Trans>
    </span>
  ) : (
    <Moment at={person.lastSeenAt} short={short} />
  );
