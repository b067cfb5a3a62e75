import { Trans } from "@lingui/react/macro";
import { isGood, type SystemClient } from "../../../../shared/domain/system-account.ts";
import { Moment } from "../../components/moment.tsx";
import { State } from "../../components/state.tsx";

/** Whether a secret is good, and until when. */
export const SecretState = ({ client, now }: { readonly client: SystemClient; readonly now: Date }) => {
  if (client.endsAt === undefined)
    return (
      <State tone="good">
        <Trans context="a secret">Good</Trans>
      </State>
    );
  return isGood(client, now) ? (
    <State tone="waiting">
      <Trans>
        Ends on <Moment at={client.endsAt} />
      </Trans>
    </State>
  ) : (
    <State tone="off">
      <Trans>Ended</Trans>
    </State>
  );
};
