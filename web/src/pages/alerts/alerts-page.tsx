import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
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
import {
  type AlertFilter,
  alertFilterOf,
  alertFilters,
  groupFilterOf,
  paths,
  type SoughtAlerts,
  soughtAlertsOf,
} from "../../path-builder.ts";
import { writings } from "../../session/device-writing.ts";
import { useMay, useMe } from "../../session/me.ts";
import { partsOf, soughtQuery } from "./sought.ts";

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
  const sought = filter === "drafts" ? {} : soughtAlertsOf(search);
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
      {hasWritings() && (
        <Suspense fallback={null}>
          <UnsavedWork />
        </Suspense>
      )}
      <Filters filter={filter} group={group} sought={sought} mayDraft={mayDraft} />
      {filter !== "drafts" && (groups.length > 1 || group !== undefined) && (
        <Suspense fallback={<Skeleton lines={2} />}>
          <GroupFilter filter={filter} group={group} sought={sought} />
        </Suspense>
      )}
      {filter !== "drafts" && <Seeking key={JSON.stringify(sought)} {...{ filter, group, sought }} />}
      <List key={`${filter} ${group} ${JSON.stringify(sought)}`} {...{ filter, group, sought }} />
    </Page>
  );
};

interface Shown {
  readonly filter: AlertFilter;
  /** One group alone; all of them without. */
  readonly group: string | undefined;
  readonly sought: SoughtAlerts;
}

/** With all that an alert's form takes, where something was left of one. */
const UnsavedWork = lazy(async () => ({ default: (await import("./unsaved-work.tsx")).UnsavedWork }));
const hasWritings = (): boolean => writings().list().length > 0;

/** What choosing takes is loaded where there is more than one group alone. */
const GroupFilter = lazy(async () => ({ default: (await import("./group-filter.tsx")).GroupFilter }));

/** The form is loaded when it is opened, the words of a filter when there is one: neither is needed to read the list. */
const SoughtForm = lazy(async () => ({ default: (await import("./sought-form.tsx")).SoughtForm }));
const SoughtChips = lazy(async () => ({ default: (await import("./sought-chips.tsx")).SoughtChips }));
const NothingFound = lazy(async () => ({ default: (await import("./nothing-found.tsx")).NothingFound }));

const Seeking = (shown: Shown) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="section unprinted">
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Trans>Filter</Trans>
        </summary>
        {isOpen && (
          <Suspense fallback={<Skeleton lines={6} />}>
            <SoughtForm {...shown} />
          </Suspense>
        )}
      </details>
      {partsOf(shown.sought).length > 0 && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <SoughtChips {...shown} />
        </Suspense>
      )}
    </div>
  );
};

/** So many empty pages of a filter are passed by; then a person decides to look further. */
const PASSED_BY = 5;

const Filters = ({ filter, group, sought, mayDraft }: Shown & { readonly mayDraft: boolean }) => {
  const { t, i18n } = useLingui();
  return (
    <nav aria-label={t`Which alerts`}>
      <ul className="tabs">
        {alertFilters
          .filter((each) => each !== "drafts" || mayDraft)
          .map((each) => (
            <li key={each}>
              <Link
                href={paths.alerts({ show: each, group, sought })}
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

const List = ({ filter, group, sought }: Shown) => {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const plain = { ...queries[filter], group: filter === "drafts" ? undefined : group };
  const asked = { ...plain, ...soughtQuery(sought) };
  const isSought = partsOf(sought).length > 0;
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

  const passesBy =
    isSought &&
    rows?.length === 0 &&
    pages.hasNextPage &&
    !pages.isFetching &&
    !pages.isError &&
    (pages.data?.pages.length ?? 0) < PASSED_BY;
  const { fetchNextPage } = pages;
  useEffect(() => {
    if (passesBy) void fetchNextPage();
  }, [passesBy, fetchNextPage]);

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
      {rows.length === 0 && !pages.hasNextPage && isSought && (
        <Suspense fallback={<Skeleton lines={3} />}>
          <NothingFound {...{ filter, group, sought }} asked={plain} />
        </Suspense>
      )}
      {rows.length === 0 && !pages.hasNextPage && !isSought && (
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
