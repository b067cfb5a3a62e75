import { Trans } from "@lingui/react/macro";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { users } from "../../../../shared/contract/users.ts";
import { isToBeConfirmed } from "../../../../shared/domain/recertification.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { usePersonStep } from "./use-person-change.ts";
import { useRefusal } from "./use-refusal.ts";

interface ConfirmationProps {
  readonly person: UserView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** Once a year, when it is time: that somebody is still entitled. */
export const Confirmation = ({ person, etag, onReload }: ConfirmationProps) => {
  const { name, confirmBy } = person;
  const refusalOf = useRefusal();
  const { step, send } = usePersonStep(person, etag, users.confirm);
  const now = new Date().toISOString();
  if (step.isSuccess)
    return <Notice kind="good" live title={<Trans>{name} is confirmed for a year.</Trans>} />;
  if (confirmBy === undefined || !isToBeConfirmed(confirmBy, now)) return null;
  return (
    <Notice
      kind="warn"
      title={
        confirmBy <= now ? (
          <Trans>The yearly confirmation is overdue</Trans>
        ) : (
          <Trans>The yearly confirmation is due</Trans>
        )
      }
    >
      <ChangeFailure error={step.error} onReload={onReload} />
      <p>
        <Trans>
          Is {name} still to take part, with these roles? Confirm it by <Moment at={confirmBy} />.
        </Trans>
      </p>
      <div className="actions">
        <Button busy={step.isPending} refused={refusalOf(person, "confirm")} onClick={send}>
          <Trans>Confirm {name}</Trans>
        </Button>
      </div>
    </Notice>
  );
};
