import { useQuery } from "@tanstack/react-query";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { queryOf } from "../../api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useMe } from "../../session/me.ts";
import { AcknowledgePanel } from "./acknowledge-panel.tsx";
import { addresseesOf } from "./addressees.tsx";
import { Ledger } from "./ledger.tsx";

const useLedger = (alert: AlertView) => {
  const me = useMe();
  const isAuthor = alert.administration === me.administration.code;
  const query = useQuery({
    ...queryOf(alerts.acknowledgements, { params: { id: alert.id } }),
    refetchInterval: isAuthor ? 15_000 : 60_000,
  });
  return { isAuthor, query, own: me.administration.code };
};

/** What the reader's administration has to do about it. */
export const Told = ({ alert }: { readonly alert: AlertView }) => {
  const { isAuthor, query, own } = useLedger(alert);
  if (isAuthor) return null;
  if (query.data === undefined)
    return query.isError ? (
      <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    ) : (
      <Skeleton lines={4} />
    );
  return (
    <AcknowledgePanel
      id={alert.id}
      line={query.data.data.items.find(({ administration }) => administration === own)}
      etag={query.data.etag}
      by={alert.acknowledgeBy}
    />
  );
};

const LoadedLedger = ({ alert }: { readonly alert: AlertView }) => {
  const { query } = useLedger(alert);
  if (query.data === undefined)
    return query.isError ? (
      <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    ) : (
      <Skeleton lines={6} />
    );
  return (
    <Ledger
      lines={query.data.data.items}
      version={alert.version}
      group={alert.group}
      named={addresseesOf(alert)}
    />
  );
};

/** To the author: who has it. Of a draft, nobody has anything. */
export const AuthorsLedger = ({ alert }: { readonly alert: AlertView }) => {
  const own = useMe().administration.code;
  const isOwn = alert.administration === own && alert.version > 0;
  return isOwn ? <LoadedLedger alert={alert} /> : null;
};
