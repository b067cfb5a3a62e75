import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { PartiesView } from "../../../../shared/contract/alert-parties.ts";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import type { PartyRequestRow } from "../../../../shared/contract/party-requests.ts";
import { PartiesInput } from "../../../../shared/domain/parties.ts";
import { PartyRequestDecision } from "../../../../shared/domain/party-request.ts";
import { call } from "../../api/api.ts";
import type { Answer } from "../../api/client.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { useGroupMembers } from "../../api/group-members.ts";
import { ApiProblem } from "../../api/problem.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { CodeList } from "../../components/code-list.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { addresseesOf } from "./addressees.tsx";
import { PartyFields } from "./party-fields.tsx";
import { noParty, partyFrom, type TypedParty, typedFrom } from "./party-typed.ts";

/** As many as the schema takes. */
const PARTIES = 20;

interface PartiesFormProps {
  readonly alert: AlertView;
  readonly shown: Answer<PartiesView>;
  /** What is granted with this change: who may read the names stays as it is then. */
  readonly granting?: PartyRequestRow | undefined;
  readonly onAgain: () => void;
  readonly onDone: (next?: Answer<PartiesView>) => void;
  readonly onGranted: () => void;
}

/** Who is named, and which other administrations of the audience may read it. */
export const PartiesForm = ({ alert, shown, granting, onAgain, onDone, onGranted }: PartiesFormProps) => {
  const { version } = shown.data;
  const isErasure = granting?.kind === "erasure";
  const [parties, setParties] = useState<readonly TypedParty[]>(() =>
    shown.data.parties.length === 0 ? [noParty] : shown.data.parties.map(typedFrom),
  );
  const [readers, setReaders] = useState<readonly string[]>(shown.data.readers ?? []);
  const [tried, setTried] = useState(false);
  // What was typed is not kept for a moment longer than the form.
  const save = useMutation({
    mutationFn: (body: PartiesInput) =>
      call(alerts.replaceParties, {
        params: { id: alert.id },
        body,
        ...(version === 0 || shown.etag === undefined ? {} : { ifMatch: shown.etag }),
      }),
    gcTime: 0,
  });
  const grant = useMutation({
    mutationFn: (body: PartyRequestDecision) =>
      call(alerts.decidePartyRequest, {
        params: { id: granting?.id ?? "" },
        body,
        ifMatch: `request-${granting?.state}`,
      }),
    gcTime: 0,
  });
  const error = save.error ?? grant.error;
  const named = parties.map(partyFrom);
  const input = { parties: named, readers };
  const decision = { decision: "granted", version, parties: named };
  const refused = error instanceof ApiProblem ? error.errors : [];
  const found =
    granting === undefined
      ? fieldErrorsOf(PartiesInput, input)
      : fieldErrorsOf(PartyRequestDecision, decision);
  const errors = tried ? [...found, ...refused] : [];
  const send = () => {
    setTried(true);
    if (granting === undefined) {
      const body = PartiesInput.safeParse(input);
      if (body.success) save.mutate(body.data, { onSuccess: onDone });
      return;
    }
    const body = PartyRequestDecision.safeParse(decision);
    if (body.success) grant.mutate(body.data, { onSuccess: onGranted });
  };
  return (
    <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
      <ChangeFailure error={error} onReload={onAgain} />
      {parties.map((party, index) => (
        <PartyFields
          // biome-ignore lint/suspicious/noArrayIndexKey: A party that is typed has no name of its own yet.
          key={index}
          index={index}
          value={party}
          errors={errors}
          onChange={(next) => setParties(parties.with(index, next))}
          onRemove={
            parties.length > 1 || isErasure ? () => setParties(parties.toSpliced(index, 1)) : undefined
          }
        />
      ))}
      <div className="actions">
        {parties.length < PARTIES && (
          <Button look="secondary" onClick={() => setParties([...parties, noParty])}>
            <Trans>Name another one</Trans>
          </Button>
        )}
      </div>
      {granting === undefined && (
        <ReadersField
          alert={alert}
          value={readers}
          errors={errorsAt(errors, "/readers")}
          onChange={setReaders}
        />
      )}
      {granting !== undefined && parties.length === 0 && (
        <p>
          <Trans>Nobody is named then, and nobody can read again who was.</Trans>
        </p>
      )}
      <div className="actions">
        <Button busy={save.isPending || grant.isPending} onClick={send}>
          {granting === undefined ? <Trans>Save names</Trans> : <Trans>Save names and grant it</Trans>}
        </Button>
        <Button look="secondary" onClick={() => onDone()}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
};

/** Of whom the alert is addressed to, who reads the names, too. */
const ReadersField = ({
  alert,
  value,
  errors,
  onChange,
}: {
  readonly alert: AlertView;
  readonly value: readonly string[];
  readonly errors: ReturnType<typeof errorsAt>;
  readonly onChange: (readers: readonly string[]) => void;
}) => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const { members = [] } = useGroupMembers(alert.group);
  const addressed = addresseesOf(alert);
  const offered = members.filter(
    ({ code }) => code !== alert.administration && (addressed?.includes(code) ?? true),
  );
  return (
    <CodeList
      pointer="/readers"
      label={<Trans>Let another administration read the names</Trans>}
      help={t`Only those whom the alert is addressed to. Their contact points, releasers and officers read it.`}
      errors={errors}
      value={value}
      onChange={onChange}
      search={(text) => searchOptions(offered, text, 200)}
      nameOf={nameOf}
    />
  );
};
