import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { PartiesView } from "../../../../shared/contract/alert-parties.ts";
import { alerts } from "../../../../shared/contract/alerts.ts";
import type { PartyRequestRow } from "../../../../shared/contract/party-requests.ts";
import { call } from "../../api/api.ts";
import type { Answer } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useMe } from "../../session/me.ts";
import { useRoleNames } from "../../session/role-names.ts";
import type { PartProps } from "./part-props.ts";

/** With all that changes them, which few people may. */
const Parties = lazy(() => import("./parties.tsx"));
const PartyRequests = lazy(() => import("./party-requests.tsx"));

/**
 * Whom an alert names, once somebody asks: each look is recorded. It lives on this page alone, in no cache, and goes with it.
 */
export const AlertParties = ({ alert }: PartProps) => {
  const { t } = useLingui();
  const { administration, may } = useMe();
  const roles = useRoleNames()("alerts.read-parties");
  const client = useQueryClient();
  const [shown, setShown] = useState<Answer<PartiesView>>();
  const [granting, setGranting] = useState<PartyRequestRow>();
  const read = useMutation({
    mutationFn: () => call(alerts.parties, { params: { id: alert.id } }, { unkept: true }),
    gcTime: 0,
    onSuccess: setShown,
  });
  const isOwn = alert.administration === administration.code;
  const mayRead = may.includes("alerts.read-parties");
  if (!isOwn && !mayRead) return null;
  // Where none are named, and where they are not this administration's to read, it is the same.
  const isNobody = read.error instanceof ApiProblem && read.error.status === 404;
  const hide = () => {
    read.reset();
    setShown(undefined);
  };
  return (
    <section className={shown === undefined ? "section unprinted" : "section"} aria-labelledby="parties">
      <h2 id="parties">
        <Trans>Persons and companies</Trans>
      </h2>
      {shown === undefined ? (
        <>
          <p className="quiet">
            {isOwn ? (
              <Trans>
                Names are kept apart from the alert. Each time somebody looks at them, it is recorded.
              </Trans>
            ) : (
              <Trans>
                If its author names somebody and lets your administration read it, it is shown here. Each look
                is recorded, and the author is told that your administration looked.
              </Trans>
            )}
          </p>
          {isNobody && (
            <p role="status">
              <Trans>No names of this alert are shown to your administration.</Trans>
            </p>
          )}
          {read.error && !isNobody && <Failure error={read.error} />}
          <div className="actions">
            <Button
              look="secondary"
              busy={read.isPending}
              refused={mayRead ? undefined : t`Only for these roles: ${roles}.`}
              onClick={() => read.mutate()}
            >
              <Trans>Show names</Trans>
            </Button>
          </div>
        </>
      ) : (
        <Suspense fallback={<Skeleton lines={4} />}>
          <Parties
            alert={alert}
            shown={shown}
            onShown={setShown}
            granting={granting}
            onGranted={(isGranted) => {
              setGranting(undefined);
              if (!isGranted) return;
              hide();
              void client.invalidateQueries({ queryKey: keyOf(alerts.partyRequests) });
            }}
            onAgain={() => read.mutate()}
            onHide={hide}
          />
        </Suspense>
      )}
      {mayRead && alert.version > 0 && (
        <Suspense fallback={null}>
          <PartyRequests
            alert={alert}
            onGrant={(request) => {
              setGranting(request);
              setShown(undefined);
              // Who is named is read anew for it, so that nothing is changed that somebody else changed.
              read.mutate();
            }}
          />
        </Suspense>
      )}
    </section>
  );
};
