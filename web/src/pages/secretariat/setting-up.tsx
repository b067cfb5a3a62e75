import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type AdministrationView, administrations } from "../../../../shared/contract/administrations.ts";
import { keyOf, queryOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { Notice } from "../../components/notice.tsx";
import { Reason } from "../../components/reason.tsx";
import { useNamed } from "../../i18n/names.ts";
import { isUnderWay, useAdministration } from "./administration-query.ts";

/** How far an approved administration is being set up, followed until it is done or stopped. */
export const SettingUp = ({ code }: { readonly code: string }) => {
  const named = useNamed();
  const client = useQueryClient();
  const query = useAdministration(code);
  const administration = query.data?.data;
  const state = administration?.state;
  useEffect(() => {
    if (state !== undefined) void client.invalidateQueries({ queryKey: keyOf(administrations.list) });
  }, [client, state]);
  if (administration === undefined) return null;
  const name = named(administration);
  if (administration.state === "provisioning-failed") return <Stopped administration={administration} />;
  if (isUnderWay(administration.state))
    return (
      <Notice live title={<Trans>{name} is being set up</Trans>}>
        <p>
          <Trans>Its user pool, its topic and its first user are being made. This takes some seconds.</Trans>
        </p>
        <progress aria-label={name} />
      </Notice>
    );
  const email = administration.contactPoints[0]?.email;
  return administration.state === "active" ? (
    <Notice kind="good" live title={<Trans>{name} takes part</Trans>}>
      {email !== undefined && (
        <p>
          <Trans>The invitation of its first user went to {email}.</Trans>
        </p>
      )}
    </Notice>
  ) : null;
};

const Stopped = ({ administration }: { readonly administration: AdministrationView }) => {
  const named = useNamed();
  const client = useQueryClient();
  const retry = useChange(administrations.retryProvisioning);
  const { code, failure } = administration;
  const key = queryOf(administrations.get, { params: { code } }).queryKey;
  return (
    <>
      <Notice kind="bad" live title={<Trans>The set-up of {named(administration)} stopped</Trans>}>
        {failure !== undefined && (
          <p>
            <Reason sentence={failure} />
          </p>
        )}
        <p>
          <Trans>What was made already is kept; trying again goes on from there.</Trans>
        </p>
        <Button
          busy={retry.isPending || retry.isSuccess}
          onClick={() =>
            retry.mutate(
              { params: { code }, idempotencyKey: crypto.randomUUID() },
              {
                // The worker takes it up within a second or two; until then the old state would be shown.
                onSuccess: () =>
                  setTimeout(() => {
                    retry.reset();
                    void client.invalidateQueries({ queryKey: key });
                  }, 3000),
              },
            )
          }
        >
          <Trans>Try again</Trans>
        </Button>
      </Notice>
      <ChangeFailure error={retry.error} />
    </>
  );
};
