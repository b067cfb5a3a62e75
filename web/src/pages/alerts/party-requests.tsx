import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import type { PartyRequestRow } from "../../../../shared/contract/party-requests.ts";
import { queryOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Moment } from "../../components/moment.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { AskAboutParties, DecidePartyRequest } from "./party-request-dialogs.tsx";
import { partyRequestKindLabels, partyRequestStateLabels } from "./party-words.ts";

interface PartyRequestsProps {
  readonly alert: AlertView;
  /** The author grants it by saying who is named from then on. */
  readonly onGrant: (request: PartyRequestRow) => void;
}

/** That names be corrected or erased: the way to ask for it, and what became of it. To the author all, to others their own. */
const PartyRequests = ({ alert, onGrant }: PartyRequestsProps) => {
  const { administration, user } = useMe();
  const nameOf = useAdministrationName();
  const { i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const [deciding, setDeciding] = useState<PartyRequestRow>();
  const query = useQuery(queryOf(alerts.partyRequests, { query: { alert: alert.id } }));
  const requests = query.data?.data.items ?? [];
  const mayDecide =
    alert.administration === administration.code &&
    user.roles.some((role) => role === "contact-point" || role === "releaser");
  return (
    <>
      {requests.length > 0 && (
        <ul className="stack">
          {requests.map((request) => (
            <li key={request.id} className="panel">
              <p>
                <strong>{i18n.t(partyRequestKindLabels[request.kind])}</strong> ·{" "}
                {nameOf(request.administration)} · <Moment at={request.at} /> ·{" "}
                {i18n.t(partyRequestStateLabels[request.state])}
              </p>
              {request.decision && (
                <p className="written">
                  <Moment at={request.decision.at} /> {request.decision.reason}
                </p>
              )}
              {mayDecide && request.state === "waiting" && (
                <div className="actions">
                  <Button look="secondary" onClick={() => setDeciding(request)}>
                    <Trans>Read and decide…</Trans>
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <Button look="quiet" onClick={() => setAsking(true)}>
          <Trans>Ask for a name to be corrected or erased…</Trans>
        </Button>
      </div>
      {asking && <AskAboutParties alert={alert} onClose={() => setAsking(false)} />}
      {deciding && (
        <DecidePartyRequest
          request={deciding}
          onGrant={() => {
            onGrant(deciding);
            setDeciding(undefined);
          }}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </>
  );
};

export default PartyRequests;
