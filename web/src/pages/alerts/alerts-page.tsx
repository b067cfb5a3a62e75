import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { Link, useSearch } from "wouter";
import { listing } from "../../../../shared/contract/alert-list.ts";
import { call } from "../../api/api.ts";
import { keyOf, queryOf } from "../../api/queries.ts";
import { AlertList } from "../../components/alert-list.tsx";
import { Arrivals } from "../../components/arrivals.tsx";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Failure } from "../../components/failure.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { timeOf } from "../../i18n/format.ts";
import { type AlertFilter, alertFilterOf, alertFilters, groupFilterOf, paths } from "../../path-builder.ts";
import { useMay, useMe } from "../../session/me.ts";

const PAGE = 25;

const queries = {
  all: { limit: PAGE },
  unacknowledged: { limit: PAGE, unacknowledged: "true" },
  drafts: { limit: PAGE, status: "draft" },
} as const satisfies Record<AlertFilter, object>;

const labels: Readonly<Record<AlertFilter, MessageDescriptor>> = {
  all: msg`All alerts`,
  unacknowledged: msg`To acknowledge`,
  drafts: msg`Drafts`,
};

const emptiness: Readonly<Record<AlertFilter, readonly [MessageDescriptor, MessageDescriptor]>> = {
  all: [
    msg`There are no alerts yet`,
    msg`What administrations release to you appears here, the newest first.`,
  ],
  unacknowledged: [
    msg`Everything is acknowledged`,
    msg`Alerts that your administration has still to acknowledge appear here.`,
  ],
  drafts: [
    msg`There are no drafts`,
    msg`Alerts that your administration is writing appear here until they are released.`,
  ],
};

export const AlertsPage = () => {
  const { t } = useLingui();
  const search = useSearch();
  const filter = alertFilterOf(search);
  const group = groupFilterOf(search);
  const { groups } = useMe();
  const mayDraft = useMay("alerts.draft");
  return (
    <Page
      title={t`Alerts`}
      actions={
        mayDraft && (
          <LinkButton href={paths.newAlert()}>
            <Trans>New alert</Trans>
          </LinkButton>
        )
      }
    >
      <Filters filter={filter} group={group} mayDraft={mayDraft} />
      {filter !== "drafts" && (groups.length > 1 || group !== undefined) && (
        <Suspense fallback={<Skeleton lines={2} />}>
          <GroupFilter filter={filter} group={group} />
        </Suspense>
      )}
      <List key={`${filter} ${group}`} filter={filter} group={group} />
    </Page>
  );
};

interface Shown {
  readonly filter: AlertFilter;
  /** One group alone; all of them without. */
  readonly group: string | undefined;
}

/** What choosing takes is loaded where there is more than one group alone. */
const GroupFilter = lazy(async () => ({ default: (await import("./group-filter.tsx")).GroupFilter }));

const Filters = ({ filter, group, mayDraft }: Shown & { readonly mayDraft: boolean }) => {
  const { t, i18n } = useLingui();
  return (
    <nav aria-label={t`Which alerts`}>
      <ul className="tabs">
        {alertFilters
          .filter((each) => each !== "drafts" || mayDraft)
          .map((each) => (
            <li key={each}>
              <Link
                href={paths.alerts({ show: each, group })}
                className="tab"
                aria-current={each === filter ? "page" : undefined}
              >
                {i18n.t(labels[each])}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
};

const List = ({ filter, group }: Shown) => {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const asked = { ...queries[filter], group: filter === "drafts" ? undefined : group };
  const key = [...keyOf(listing.list, { query: asked }), "pages"];
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      call(listing.list, { query: { ...asked, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ data }) => data.nextCursor ?? undefined,
    // Rows stay where they are while somebody reads; the newest are polled for apart.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  const head = useQuery({ ...queryOf(listing.list, { query: asked }), refetchInterval: 30_000 });

  const rows = pages.data?.pages.flatMap(({ data }) => data.items);
  const arrived =
    rows && head.data
      ? head.data.data.items.filter(({ id }) => !rows.some((row) => row.id === id)).length
      : 0;
  const [empty, explanation] = emptiness[filter];
  const isShown = rows !== undefined;
  // What is most likely opened next comes after the list is painted, and is there when it is, also when the line is slow.
  useEffect(() => {
    if (!isShown) return;
    const later = setTimeout(() => void import("./alert-page.tsx"), 250);
    return () => clearTimeout(later);
  }, [isShown]);

  if (rows === undefined)
    return pages.isError ? (
      <Failure error={pages.error} onRetry={() => void pages.refetch()} retrying={pages.isFetching} />
    ) : (
      <Skeleton lines={12} />
    );
  return (
    <div className="section">
      <Arrivals count={arrived} onShow={() => void client.resetQueries({ queryKey: key, exact: true })} />
      {head.isError && (
        <p className="quiet">
          <Trans>
            Shown as of {timeOf(pages.dataUpdatedAt, i18n.locale)}: the exchange cannot be reached.
          </Trans>
        </p>
      )}
      {rows.length === 0 && !pages.hasNextPage && (
        <Empty title={i18n.t(empty)}>
          <p>{i18n.t(explanation)}</p>
        </Empty>
      )}
      {rows.length > 0 && <AlertList rows={rows} label={i18n.t(labels[filter])} />}
      {pages.isFetchNextPageError && <Failure error={pages.error} />}
      {pages.hasNextPage && (
        <div className="actions">
          <Button look="secondary" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </div>
  );
};
