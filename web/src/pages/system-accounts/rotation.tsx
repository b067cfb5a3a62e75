import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type SystemAccountMade,
  type SystemAccountView,
  systemAccounts,
} from "../../../../shared/contract/system-accounts.ts";
import { overlapDays } from "../../../../shared/domain/system-account.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Choice } from "../../components/field.tsx";

interface RotationProps {
  readonly account: SystemAccountView;
  readonly etag: string;
  readonly onRotated: (account: SystemAccountMade) => void;
  readonly onReload: () => void;
}

const offered = [1, overlapDays.default, overlapDays.most, overlapDays.least] as const;

/** Gives the system another secret, and says how long the one it uses now stays good. */
export const Rotation = ({ account, etag, onRotated, onReload }: RotationProps) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const rotate = useChange(systemAccounts.rotate);
  const keyFor = useIdempotencyKeys();
  const [days, setDays] = useState<number>(overlapDays.default);
  const [asking, setAsking] = useState(false);
  const { name } = account;
  const send = () => {
    setAsking(false);
    const body = { overlapDays: days };
    rotate.mutate(
      {
        params: { id: account.id },
        ifMatch: etag,
        body,
        // A rotation of what was read now is another one than that of before.
        idempotencyKey: keyFor({ ...body, etag }),
      },
      {
        onSuccess: ({ data }) => {
          onRotated(data);
          void client.invalidateQueries({ queryKey: keyOf(systemAccounts.get) });
          void client.invalidateQueries({ queryKey: keyOf(systemAccounts.list) });
        },
      },
    );
  };
  return (
    <section className="panel measured" aria-labelledby="rotation">
      <h2 id="rotation">
        <Trans>Rotate the secret</Trans>
      </h2>
      <div className="stack">
        <p>
          <Trans>
            {name} is given another secret, which is shown once. Put it into the system while the one of
            before is still good; then the list above shows that the old one is not used any more.
          </Trans>
        </p>
        <ChangeFailure error={rotate.error} onReload={onReload} />
        <Choice
          pointer="/overlapDays"
          label={t`The secrets of before stay good`}
          errors={[]}
          value={String(days)}
          options={offered.map((each) => ({
            value: String(each),
            label:
              each === 0 ? (
                <Trans>not at all: they may be known to others</Trans>
              ) : (
                <Plural value={each} one="for # day" other="for # days" />
              ),
          }))}
          onChange={(value) => setDays(Number(value))}
        />
        <Button
          look={days === 0 ? "danger" : "secondary"}
          busy={rotate.isPending}
          onClick={days === 0 ? () => setAsking(true) : send}
        >
          <Trans>Rotate the secret</Trans>
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={<Trans>End the secrets of {name} now?</Trans>}
          action={<Trans>End them and make another</Trans>}
          look="danger"
          onConfirm={send}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>
              The system is refused from its next request on, until the new secret is in it. No other account
              is touched.
            </Trans>
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
};
