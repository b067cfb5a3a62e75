import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import type { DisclosureView } from "../../../../shared/contract/disclosure-requests.ts";
import { queryOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Moment } from "../../components/moment.tsx";
import { listOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { useRoleNames } from "../../session/role-names.ts";
import { AskDialog, DecideDialog, type Decision } from "./disclosure-dialogs.tsx";
import { disclosureStates, partLabels } from "./disclosure-words.ts";
import type { PartProps } from "./part-props.ts";

/** Who asked for leave to pass it on, and what the author answered; to others their own, and the way to ask. */
export const DisclosureRequests = (props: PartProps) =>
  props.alert.version > 0 ? <Loaded {...props} /> : null;

const Loaded = ({ alert }: PartProps) => {
  const { t } = useLingui();
  const { administration, may } = useMe();
  const roles = useRoleNames()("alerts.disclose");
  const [asking, setAsking] = useState(false);
  const query = useQuery(queryOf(alerts.disclosureRequests, { params: { id: alert.id } }));
  const requests = query.data?.data.items ?? [];
  const isAuthor = alert.administration === administration.code;
  if (isAuthor && requests.length === 0) return null;
  const refusal = may.includes("alerts.disclose") ? undefined : t`Only for these roles: ${roles}.`;
  return (
    <section className="section" aria-labelledby="disclosure">
      <h2 id="disclosure">
        <Trans>Leave to disclose further</Trans>
      </h2>
      {query.data === undefined && query.error && <Failure error={query.error} />}
      {!isAuthor && (
        <div className="actions">
          <Button look="secondary" refused={refusal} onClick={() => setAsking(true)}>
            <Trans>Ask for leave…</Trans>
          </Button>
        </div>
      )}
      {requests.length > 0 && (
        <ul className="stack">
          {requests.map((request) => (
            <Request
              key={request.id}
              alert={alert.id}
              request={request}
              isAuthor={isAuthor}
              refusal={refusal}
            />
          ))}
        </ul>
      )}
      {asking && <AskDialog alert={alert} onClose={() => setAsking(false)} />}
    </section>
  );
};

const Request = ({
  alert,
  request,
  isAuthor,
  refusal,
}: {
  readonly alert: string;
  readonly request: DisclosureView;
  readonly isAuthor: boolean;
  readonly refusal: string | undefined;
}) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const [decision, setDecision] = useState<Decision>();
  const { administration, to, administrations = [], why, parts, state, at } = request;
  const receivers = listOf([...(to === undefined ? [] : [to]), ...administrations.map(nameOf)], i18n.locale);
  const names = listOf(
    parts.map((part) => i18n.t(partLabels[part])),
    i18n.locale,
  );
  return (
    <li className="panel">
      <p>
        <strong>{nameOf(administration)}</strong> · <Moment at={at} /> · {i18n.t(disclosureStates[state])}
      </p>
      <p>
        <Trans>To: {receivers}</Trans>
      </p>
      <p>
        <Trans>Parts: {names}</Trans>
      </p>
      <p className="written">{why}</p>
      {request.decision && (
        <p className="written">
          <Moment at={request.decision.at} /> {request.decision.reason}
        </p>
      )}
      {isAuthor && state === "waiting" && (
        <div className="actions">
          <Button look="secondary" refused={refusal} onClick={() => setDecision("grant")}>
            <Trans>Grant leave…</Trans>
          </Button>
          <Button look="secondary" refused={refusal} onClick={() => setDecision("refuse")}>
            <Trans>Refuse leave…</Trans>
          </Button>
        </div>
      )}
      {decision && (
        <DecideDialog
          decision={decision}
          alert={alert}
          request={request}
          receivers={receivers}
          onClose={() => setDecision(undefined)}
        />
      )}
    </li>
  );
};
