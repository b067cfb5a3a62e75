import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { listing } from "../../../../shared/contract/alert-list.ts";
import { queryOf } from "../../api/queries.ts";
import { toAcknowledge } from "../../api/to-acknowledge.ts";
import { AlertList } from "../../components/alert-list.tsx";
import { Arrivals } from "../../components/arrivals.tsx";
import { Empty } from "../../components/empty.tsx";
import { Failure } from "../../components/failure.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { paths } from "../../path-builder.ts";
import { useMay, useMe } from "../../session/me.ts";
import { useHeldRows } from "../alerts/held-rows.ts";
import { Section } from "./section.tsx";
import { ToReview } from "./to-review.tsx";

/** As many as are seen without scrolling far; the rest is one step away. */
const FIRST = 8;

const newest = { ...queryOf(listing.list, { query: { limit: FIRST } }), refetchInterval: 30_000 };

/** What the administration has to look at now, then what is new. */
export const InboxPage = () => {
  const { t } = useLingui();
  const mayRead = useMay("alerts.read");
  const mayDraft = useMay("alerts.draft");
  const me = useMe();
  return (
    <Page
      title={t`Inbox`}
      actions={
        mayDraft && (
          <LinkButton href={paths.newAlert()}>
            <Trans>New alert</Trans>
          </LinkButton>
        )
      }
    >
      {mayRead ? (
        <>
          <ToReview />
          <Open />
          <Newest />
        </>
      ) : (
        <Empty title={<Trans>Nothing waits for you here</Trans>}>
          <p>
            <Trans>{me.user.name}, your role does not include reading alerts.</Trans>
          </p>
        </Empty>
      )}
    </Page>
  );
};

const Open = () => {
  const { t } = useLingui();
  const query = useQuery(toAcknowledge);
  const { rows, arrived, show } = useHeldRows(query);
  const isMore = (rows?.length ?? 0) > FIRST || query.data?.data.nextCursor;
  return (
    <Section
      id="open"
      title={<Trans>To acknowledge</Trans>}
      more={
        isMore && (
          <Link href={paths.alerts({ show: "unacknowledged" })}>
            <Trans>All to acknowledge</Trans>
          </Link>
        )
      }
    >
      <Arrivals count={arrived} onShow={show} />
      {rows === undefined && query.isError && (
        <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
      )}
      {rows === undefined && query.isPending && <Skeleton lines={6} />}
      {rows?.length === 0 && (
        <Empty title={<Trans>Everything is acknowledged</Trans>}>
          <p>
            <Trans>Alerts that your administration has still to acknowledge appear here.</Trans>
          </p>
        </Empty>
      )}
      {rows && rows.length > 0 && <AlertList rows={rows.slice(0, FIRST)} label={t`To acknowledge`} />}
    </Section>
  );
};

const Newest = () => {
  const { t } = useLingui();
  const query = useQuery(newest);
  const { rows, arrived, show } = useHeldRows(query);
  return (
    <Section
      id="newest"
      title={<Trans>New in the exchange</Trans>}
      more={
        <Link href={paths.alerts()}>
          <Trans>All alerts</Trans>
        </Link>
      }
    >
      <Arrivals count={arrived} onShow={show} />
      {rows === undefined && query.isError && (
        <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
      )}
      {rows === undefined && query.isPending && <Skeleton lines={8} />}
      {rows?.length === 0 && (
        <Empty title={<Trans>There are no alerts yet</Trans>}>
          <p>
            <Trans>What administrations release to you appears here, the newest first.</Trans>
          </p>
        </Empty>
      )}
      {rows && rows.length > 0 && <AlertList rows={rows} label={t`New in the exchange`} />}
    </Section>
  );
};
