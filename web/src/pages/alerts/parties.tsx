import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { PartiesView } from "../../../../shared/contract/alert-parties.ts";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { PartyRequestRow } from "../../../../shared/contract/party-requests.ts";
import type { Answer } from "../../api/client.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { listOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { EraseParties } from "./parties-erasing.tsx";
import { PartiesForm } from "./parties-form.tsx";
import { partyRoleLabels } from "./party-words.ts";

interface PartiesProps {
  readonly alert: AlertView;
  readonly shown: Answer<PartiesView>;
  /** What is stored now; nothing once all of it was erased. */
  readonly onShown: (shown: Answer<PartiesView> | undefined) => void;
  /** A request that is granted by changing them; from then on, or given up, none. */
  readonly granting: PartyRequestRow | undefined;
  readonly onGranted: (isGranted: boolean) => void;
  readonly onAgain: () => void;
  readonly onHide: () => void;
}

/** Whom the alert names, for who asked; and to its author's people, what they may do about it. */
const Parties = ({ alert, shown, onShown, granting, onGranted, onAgain, onHide }: PartiesProps) => {
  const { administration, user } = useMe();
  const nameOf = useAdministrationName();
  const { i18n } = useLingui();
  const [doing, setDoing] = useState<"change" | "erase">();
  const { parties, readers, heldUntil } = shown.data;
  const isOwn = alert.administration === administration.code;
  // Of a draft, the officer who was shown its names is the one who wrote it.
  const mayChange =
    isOwn &&
    (alert.version === 0 || user.roles.some((role) => role === "contact-point" || role === "releaser"));
  if (doing === "change" || granting !== undefined)
    return (
      <PartiesForm
        alert={alert}
        shown={shown}
        granting={granting}
        onAgain={onAgain}
        onDone={(next) => {
          if (next !== undefined) onShown(next);
          if (granting !== undefined) onGranted(false);
          setDoing(undefined);
        }}
        onGranted={() => onGranted(true)}
      />
    );
  return (
    <>
      {parties.length === 0 ? (
        <p>
          <Trans>This alert names nobody.</Trans>
        </p>
      ) : (
        <ul className="stack">
          {parties.map((party, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: Two parties may be alike, and their order is theirs.
            <li key={index} className="panel">
              <PartyFacts party={party} language={alert.language} />
            </li>
          ))}
        </ul>
      )}
      {isOwn && parties.length > 0 && (
        <p className="quiet">
          {readers === undefined || readers.length === 0 ? (
            <Trans>No other administration reads these names.</Trans>
          ) : (
            <Trans>Read also by: {listOf(readers.map(nameOf), i18n.locale)}</Trans>
          )}
        </p>
      )}
      {heldUntil && (
        <p className="quiet">
          <Trans>
            Held for proceedings until <Moment at={heldUntil} />: nothing is erased before.
          </Trans>
        </p>
      )}
      <div className="actions">
        {mayChange && (
          <Button look="secondary" onClick={() => setDoing("change")}>
            {parties.length === 0 ? <Trans>Name somebody…</Trans> : <Trans>Change names…</Trans>}
          </Button>
        )}
        {mayChange && parties.length > 0 && heldUntil === undefined && (
          <Button look="danger" onClick={() => setDoing("erase")}>
            <Trans>Erase all names…</Trans>
          </Button>
        )}
        <Button look="quiet" onClick={onHide}>
          <Trans>Hide names</Trans>
        </Button>
      </div>
      {doing === "erase" && (
        <EraseParties
          alert={alert.id}
          etag={shown.etag ?? ""}
          onClose={() => setDoing(undefined)}
          onErased={() => onShown(undefined)}
        >
          <Plural
            value={parties.length}
            one="One name is erased with every earlier version; nobody can read it again."
            other="# names are erased with every earlier version; nobody can read them again."
          />
        </EraseParties>
      )}
    </>
  );
};

const PartyFacts = ({
  party,
  language,
}: {
  readonly party: PartiesView["parties"][number];
  readonly language: string;
}) => {
  const { i18n, t } = useLingui();
  const { role, name, address, identifiers = [], phone, email, website } = party;
  return (
    <>
      <p>
        <strong lang={language} dir="auto">
          {name}
        </strong>{" "}
        · {i18n.t(partyRoleLabels[role])}
      </p>
      <dl className="facts">
        {address && (
          <>
            <dt>
              <Trans>Address</Trans>
            </dt>
            <dd className="written" lang={language} dir="auto">
              {address}
            </dd>
          </>
        )}
        {identifiers.map(({ kind, value }) => (
          <Identifier key={`${kind} ${value}`} kind={kind} value={value} />
        ))}
        {phone && <Identifier kind={t`Phone`} value={phone} />}
        {email && <Identifier kind={t`E-mail address`} value={email} />}
        {/* Whose site it is may be what is looked into: nothing leads there by a click. */}
        {website && <Identifier kind={t`Website`} value={website} />}
      </dl>
    </>
  );
};

const Identifier = ({ kind, value }: { readonly kind: string; readonly value: string }) => (
  <>
    <dt>{kind}</dt>
    <dd>
      <span className="with-copy">
        <code dir="ltr">{value}</code>
        <CopyButton text={value} of={kind} />
      </span>
    </dd>
  </>
);

export default Parties;
