import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "wouter";
import { type RegistrationStatus, registrations } from "../../../../shared/contract/registrations.ts";
import type { RegistrationState } from "../../../../shared/domain/registration.ts";
import { queryOf } from "../../api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { paths } from "../../path-builder.ts";
import type { KeptApplication } from "./application.ts";

interface StatusProps {
  readonly application: KeptApplication;
  readonly onState: (state: RegistrationState) => void;
}

/** How far the application is, asked for again while the applicant waits. */
export const Status = ({ application: { id, secret, state }, onState }: StatusProps) => {
  const query = useQuery({
    ...queryOf(registrations.status, { params: { id }, query: { secret } }),
    refetchInterval: 15_000,
  });
  const status = query.data?.data;
  useEffect(() => {
    if (status && status.state !== state) onState(status.state);
  }, [status, state, onState]);

  if (query.isError)
    return <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  if (status === undefined) return <Skeleton lines={3} />;
  return <StateNotice status={status} />;
};

/** What an application's state means to who made it. */
export const StateNotice = ({ status }: { readonly status: RegistrationStatus }) => {
  switch (status.state) {
    case "unconfirmed":
      return null;
    case "confirmed":
      return (
        <Notice kind="info" live title={<Trans>The secretariat has your application</Trans>}>
          <p>
            <Trans>
              It makes sure, outside this system, that you speak for your administration, and then decides.
              You will have an e-mail either way. Confirmed <Moment at={status.changedAt} />.
            </Trans>
          </p>
        </Notice>
      );
    case "approved":
      return (
        <Notice kind="good" live title={<Trans>Your administration takes part</Trans>}>
          <p>
            <Trans>
              The primary contact point has an invitation by e-mail with a first password.{" "}
              <Link href={paths.signIn()}>Sign in with it</Link>.
            </Trans>
          </p>
        </Notice>
      );
    case "rejected":
      return (
        <Notice kind="bad" live title={<Trans>The application was rejected</Trans>}>
          {status.reason && <p>{status.reason}</p>}
        </Notice>
      );
    case "closed":
      return (
        <Notice kind="warn" live title={<Trans>The application was closed</Trans>}>
          <p>
            <Trans>Another application of your administration was approved.</Trans>
          </p>
        </Notice>
      );
  }
};
