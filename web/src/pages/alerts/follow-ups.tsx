import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { usePages } from "../../api/pages.ts";
import { ApiProblem } from "../../api/problem.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { More } from "../../components/more.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useMe } from "../../session/me.ts";
import { useRoleNames } from "../../session/role-names.ts";
import { FollowUpEntry } from "./follow-up-entry.tsx";
import type { PartProps } from "./part-props.ts";

/** With the alert's own form, for a correction: loaded once somebody wants to add something. */
const FollowUpForm = lazy(() => import("./follow-up-form.tsx"));

/** What administrations of the audience added to a released alert, the newest first, and the way to add something. */
export const FollowUps = (props: PartProps) => (props.alert.version > 0 ? <Loaded {...props} /> : null);

const Loaded = ({ alert, etag }: PartProps) => {
  const { t } = useLingui();
  const { may } = useMe();
  const roles = useRoleNames()("alerts.follow-up");
  const [writing, setWriting] = useState(false);
  const { pages, rows } = usePages(alerts.followUps, { params: { id: alert.id }, query: { limit: 25 } });
  // Who was taken out of the group, or only reviews it, takes no part.
  if (pages.error instanceof ApiProblem && pages.error.status === 404) return null;
  const refusal = may.includes("alerts.follow-up") ? undefined : t`Only for these roles: ${roles}.`;
  return (
    <section className="section" aria-labelledby="follow-ups">
      <h2 id="follow-ups">
        <Trans>Follow-ups</Trans>
      </h2>
      {(alert.state === "released" || alert.state === "expired") &&
        (writing ? (
          <Suspense fallback={<Skeleton lines={6} />}>
            <FollowUpForm alert={alert} onDone={() => setWriting(false)} />
          </Suspense>
        ) : (
          <div className="actions">
            <Button look="secondary" refused={refusal} onClick={() => setWriting(true)}>
              <Trans>Add a follow-up</Trans>
            </Button>
          </div>
        ))}
      {rows.data === undefined && pages.error && (
        <Failure error={pages.error} onRetry={() => void pages.refetch()} retrying={pages.isFetching} />
      )}
      {rows.data?.length === 0 && (
        <p className="quiet">
          <Trans>
            Sightings, results, questions and corrections of those who may read the alert appear here.
          </Trans>
        </p>
      )}
      {rows.data !== undefined && rows.data.length > 0 && (
        <ul className="stack">
          {rows.data.map((followUp) => (
            <FollowUpEntry key={followUp.id} followUp={followUp} alert={alert} etag={etag} />
          ))}
        </ul>
      )}
      <More pages={pages} />
    </section>
  );
};
