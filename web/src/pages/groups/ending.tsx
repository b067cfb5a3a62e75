import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import { type GroupView, groups } from "../../../../shared/contract/groups.ts";
import { useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useGroupRenewal } from "./use-group-change.ts";
import { useRefusals } from "./use-refusals.ts";

interface EndingProps {
  readonly group: GroupView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** Ends a group now, for good. */
export const Ending = ({ group, etag, onReload }: EndingProps) => {
  const renew = useGroupRenewal();
  const { end } = useRefusals(group);
  const change = useChange(groups.update);
  const [asking, setAsking] = useState(false);
  const name = group.name ?? group.id;
  return (
    <section className="panel measured" aria-labelledby="ending">
      <h2 id="ending">
        <Trans>End the group</Trans>
      </h2>
      <div className="stack">
        <ChangeFailure error={change.error} onReload={onReload} />
        <p>
          <Trans>It can be read from then on, and not written to.</Trans>
        </p>
        <Button look="danger" busy={change.isPending} refused={end} onClick={() => setAsking(true)}>
          <Trans>End now…</Trans>
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          look="danger"
          title={<Trans>End {name} now?</Trans>}
          action={<Trans>End it for good</Trans>}
          onConfirm={() => {
            setAsking(false);
            change.mutate(
              { params: { id: group.id }, ifMatch: etag, body: { ended: true } },
              { onSuccess: () => void renew() },
            );
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            <Plural
              value={group.members.length}
              one="# administration releases nothing into it any more, drafts included."
              other="# administrations release nothing into it any more, drafts included."
            />{" "}
            <Trans>
              What was released stays readable. It cannot be opened again: whatever goes on needs another
              group.
            </Trans>
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
};
