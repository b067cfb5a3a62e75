import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries, useQuery } from "@tanstack/react-query";
import { listing } from "../../../../shared/contract/alert-list.ts";
import { groups } from "../../../../shared/contract/groups.ts";
import { mayReviewAt } from "../../../../shared/domain/review.ts";
import { queryOf } from "../../api/queries.ts";
import { AlertList } from "../../components/alert-list.tsx";
import { Empty } from "../../components/empty.tsx";
import { Failure } from "../../components/failure.tsx";
import { useMe } from "../../session/me.ts";
import { Section } from "./section.tsx";

const mine = { ...queryOf(groups.list, { query: { limit: 100 } }), staleTime: 300_000 };

const waitingIn = (group: string) => ({
  ...queryOf(listing.list, { query: { status: "in-review", group, limit: 100 } }),
  refetchInterval: 30_000,
});

/** What waits for the person's review, in the groups in which they review; nothing at all to everybody else. */
export const ToReview = () => {
  const { t } = useLingui();
  const { administration, user } = useMe();
  const { code, kind } = administration;
  const reviewer = { administration: code, administrationKind: kind, roles: user.roles, scopes: [] };
  const { data } = useQuery(mine);
  const reviewed = (data?.data.items ?? []).filter(
    ({ standing, review, owner }) =>
      standing === "member" && review === "before-release" && mayReviewAt(reviewer, owner),
  );
  const waiting = useQueries({ queries: reviewed.map(({ id }) => waitingIn(id)) });
  if (reviewed.length === 0) return null;
  const rows = waiting.flatMap((query) => query.data?.data.items ?? []);
  const failed = waiting.find(({ error }) => error !== null);
  return (
    <Section id="to-review" title={<Trans>To review</Trans>}>
      {failed?.error && (
        <Failure error={failed.error} onRetry={() => void failed.refetch()} retrying={failed.isFetching} />
      )}
      {rows.length > 0 && <AlertList rows={rows} label={t`To review`} />}
      {rows.length === 0 && waiting.every(({ isSuccess }) => isSuccess) && (
        <Empty title={<Trans>Nothing waits for a review</Trans>}>
          <p>
            <Trans>Alerts that others want to release to a group in which you review appear here.</Trans>
          </p>
        </Empty>
      )}
    </Section>
  );
};
