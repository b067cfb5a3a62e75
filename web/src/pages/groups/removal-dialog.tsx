import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type GroupView, groups } from "../../../../shared/contract/groups.ts";
import { queryOf, useChange } from "../../api/queries.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { useGroupRenewal } from "./use-group-change.ts";

interface RemovalDialogProps {
  readonly group: GroupView;
  readonly code: string;
  readonly onClose: () => void;
}

/** Asks once more before an administration is taken out of a group: another one, or the own. */
export const RemovalDialog = ({ group, code, onClose }: RemovalDialogProps) => {
  const me = useMe();
  const nameOf = useAdministrationName();
  const renew = useGroupRenewal();
  // The removal is made against the membership as it is now.
  const membership = useQuery({
    ...queryOf(groups.member, { params: { id: group.id, code } }),
    staleTime: 0,
  });
  const remove = useChange(groups.remove);
  const isOwn = code === me.administration.code;
  const name = nameOf(code);
  const groupName = group.name ?? group.id;
  const etag = membership.data?.etag;
  return (
    <ConfirmDialog
      look="danger"
      title={
        isOwn ? (
          <Trans>Leave {groupName}?</Trans>
        ) : (
          <Trans>
            Remove {name} from {groupName}?
          </Trans>
        )
      }
      action={isOwn ? <Trans>Leave {groupName}</Trans> : <Trans>Remove {name}</Trans>}
      busy={remove.isPending || membership.isFetching}
      error={remove.error ?? membership.error}
      onConfirm={() => {
        if (etag === undefined) return;
        remove.mutate(
          { params: { id: group.id, code }, ifMatch: etag },
          { onSuccess: () => void renew().then(onClose) },
        );
      }}
      onClose={onClose}
    >
      {isOwn ? (
        <p>
          <Trans>
            Your administration is told of nothing that is released to the group from now on, and releases
            nothing into it. What it was sent until now stays readable to it. Only the group’s owner or the
            secretariat can admit it again.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            {name} is told of nothing that is released to the group from now on, and releases nothing into it.
            What it was sent until now stays readable to it. It finds in its audit trail that your
            administration removed it. You can admit it again.
          </Trans>
        </p>
      )}
    </ConfirmDialog>
  );
};
