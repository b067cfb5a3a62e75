import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { users } from "../../../../shared/contract/users.ts";
import { keyOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { paths } from "../../path-builder.ts";
import { useRefusal } from "./use-refusal.ts";

/** Takes a person from the list for good. */
export const Deletion = ({ person, etag }: { readonly person: UserView; readonly etag: string }) => {
  const { id, name, email } = person;
  const refusalOf = useRefusal();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const remove = useChange(users.remove);
  const [asking, setAsking] = useState(false);
  return (
    <section className="panel measured" aria-labelledby="person-deletion">
      <h2 id="person-deletion">
        <Trans>Delete</Trans>
      </h2>
      <div className="stack">
        <p>
          <Trans>
            Somebody who will not come back is deleted. The address can be invited again, as another person.
          </Trans>
        </p>
        <Button look="danger" refused={refusalOf(person, "delete")} onClick={() => setAsking(true)}>
          <Trans>Delete {name}</Trans>
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={<Trans>Delete {name}?</Trans>}
          action={<Trans>Delete {name}</Trans>}
          look="danger"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() =>
            remove.mutate(
              { params: { id }, ifMatch: etag },
              {
                onSuccess: () => {
                  void client.invalidateQueries({ queryKey: keyOf(users.list) });
                  navigate(paths.people());
                },
              },
            )
          }
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>
              {name} ({email}) is refused from the next request on and is in no list any more. Their name
              stays in the audit trail, and what they wrote stays with your administration. This cannot be
              taken back.
            </Trans>
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
};
