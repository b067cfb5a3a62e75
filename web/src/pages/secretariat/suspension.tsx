import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type AdministrationView, administrations } from "../../../../shared/contract/administrations.ts";
import { keyOf, queryOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Notice } from "../../components/notice.tsx";
import { useNamed } from "../../i18n/names.ts";
import { ReasonForm } from "./reason-form.tsx";

interface SuspensionProps {
  readonly administration: AdministrationView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** Shuts a whole administration out, or lets it in again. */
export const Suspension = (props: SuspensionProps) => {
  const { administration } = props;
  const { kind, state } = administration;
  if (kind === "secretariat" || (state !== "active" && state !== "suspended")) return null;
  return (
    <section className="panel measured" aria-labelledby="suspension">
      <h2 id="suspension">{state === "active" ? <Trans>Suspend</Trans> : <Trans>Reinstate</Trans>}</h2>
      <Form key={state} {...props} />
    </section>
  );
};

const Form = ({ administration, etag, onReload }: SuspensionProps) => {
  const { t } = useLingui();
  const named = useNamed();
  const client = useQueryClient();
  const { code, state } = administration;
  const suspends = state === "active";
  const change = useChange(suspends ? administrations.suspend : administrations.reinstate);
  const keyFor = useIdempotencyKeys();
  const name = named(administration);
  return (
    <>
      {!suspends && (
        <Notice kind="warn" title={<Trans>{name} is suspended</Trans>}>
          <p>
            <Trans>None of its people is let in. It finds in its lists what came meanwhile.</Trans>
          </p>
        </Notice>
      )}
      <ReasonForm
        change={change}
        onReload={onReload}
        label={t`Reason`}
        help={t`Kept in the audit trail with your name.`}
        look={suspends ? "danger" : "primary"}
        action={suspends ? <Trans>Suspend {name}</Trans> : <Trans>Reinstate {name}</Trans>}
        title={suspends ? <Trans>Suspend {name}?</Trans> : <Trans>Reinstate {name}?</Trans>}
        consequence={
          suspends ? (
            <Trans>
              Everybody of {name} is refused from the next request on. Alerts to it are kept for it; no
              administration is told.
            </Trans>
          ) : (
            <Trans>
              The people of {name} who are not disabled may sign in at once, and find what came meanwhile.
            </Trans>
          )
        }
        onSend={(body) =>
          change.mutate(
            { params: { code }, ifMatch: etag, body, idempotencyKey: keyFor([etag, body]) },
            {
              onSuccess: (answer) => {
                client.setQueryData(queryOf(administrations.get, { params: { code } }).queryKey, answer);
                void client.invalidateQueries({ queryKey: keyOf(administrations.list) });
              },
            },
          )
        }
      />
    </>
  );
};
