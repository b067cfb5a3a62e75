import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { administrations, type ContactPoints } from "../../../../shared/contract/administrations.ts";
import { dueAt } from "../../../../shared/domain/contact-point.ts";
import { keyOf, queryOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ContactPointCard } from "../../components/contact-point-card.tsx";
import { State } from "../../components/state.tsx";
import { dateOf } from "../../i18n/format.ts";

interface KeptPointProps {
  readonly code: string;
  readonly point: ContactPoints["contactPoints"][number];
  readonly index: number;
  readonly etag: string;
  readonly onReload: () => void;
}

/** A contact point, and whether somebody has said this year that it is right. */
export const KeptPoint = ({ code, point, index, etag, onReload }: KeptPointProps) => {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const confirm = useChange(administrations.confirmContactPoint);
  const keyFor = useIdempotencyKeys();
  const { overdue, confirmedAt, hours } = point;
  const day = dateOf(overdue ? dueAt(point) : confirmedAt, i18n.locale);
  const send = () =>
    confirm.mutate(
      { params: { code, n: index + 1 }, ifMatch: etag, idempotencyKey: keyFor([etag, index]) },
      {
        onSuccess: (answer) => {
          client.setQueryData(queryOf(administrations.contactPoints, { params: { code } }).queryKey, answer);
          void client.invalidateQueries({ queryKey: keyOf(administrations.get) });
          void client.invalidateQueries({ queryKey: keyOf(administrations.list) });
        },
      },
    );
  return (
    <ContactPointCard
      point={point}
      index={index}
      state={
        <State tone={overdue ? "waiting" : "good"}>
          {overdue ? <Trans>Due since {day}</Trans> : <Trans>Confirmed on {day}</Trans>}
        </State>
      }
    >
      <ChangeFailure error={confirm.error} onReload={onReload} />
      <div className="actions">
        <Button
          look={overdue ? "primary" : "quiet"}
          busy={confirm.isPending}
          refused={hours === undefined ? t`Enter its hours first: that confirms it, too.` : undefined}
          aria-label={t`Confirm ${point.name}`}
          onClick={send}
        >
          <Trans>Confirm</Trans>
        </Button>
      </div>
    </ContactPointCard>
  );
};
