import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { GroupView } from "../../../../shared/contract/groups.ts";
import { Button } from "../../components/button.tsx";
import { useMe } from "../../session/me.ts";
import { RemovalDialog } from "./removal-dialog.tsx";
import { useRefusals } from "./use-refusals.ts";

/** Takes the own administration out. */
export const Leaving = ({ group }: { readonly group: GroupView }) => {
  const me = useMe();
  const { leave } = useRefusals(group);
  const [asking, setAsking] = useState(false);
  return (
    <section className="panel measured" aria-labelledby="leaving">
      <h2 id="leaving">
        <Trans>Leave the group</Trans>
      </h2>
      <div className="stack">
        <p>
          <Trans>What your administration was sent until then stays readable to it.</Trans>
        </p>
        <Button look="danger" refused={leave} onClick={() => setAsking(true)}>
          <Trans>Leave…</Trans>
        </Button>
      </div>
      {asking && (
        <RemovalDialog group={group} code={me.administration.code} onClose={() => setAsking(false)} />
      )}
    </section>
  );
};
