import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Asked } from "../../components/asked.tsx";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { dateOf } from "../../i18n/format.ts";
import { useSession } from "../../session/me.ts";
import type { Passkey } from "../../session/passkeys.ts";
import type { Session } from "../../session/session-store.ts";

const KEY = ["passkeys"];

/** Loaded when this page is shown: nobody else needs it. */
const passkeys = async (session: Session) => {
  const { passkeysOf } = await import("../../session/passkeys.ts");
  return passkeysOf(session);
};

/** A person's passkeys: sign-in with the device's own lock, in the place of password and code. */
export const Passkeys = () => {
  const session = useSession();
  return session === undefined ? null : <OfSession session={session} />;
};

const OfSession = ({ session }: { readonly session: Session }) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const again = { onSuccess: () => client.invalidateQueries({ queryKey: KEY }) };
  const query = useQuery({
    queryKey: KEY,
    queryFn: async () => (await passkeys(session)).list(),
    retry: false,
  });
  const adding = useMutation({ ...again, mutationFn: async () => (await passkeys(session)).add() });
  const removing = useMutation({
    ...again,
    mutationFn: async (id: string) => (await passkeys(session)).remove(id),
  });
  const failed = adding.error ?? removing.error;
  return (
    <section className="panel measured" aria-labelledby="me-passkeys">
      <h2 id="me-passkeys">
        <Trans>Passkeys</Trans>
      </h2>
      <p className="prose">
        <Trans>
          A passkey signs you in with your device’s fingerprint, face or PIN, in the place of password and
          code, and only at this address. Keep your authenticator: it is your way in on other devices.
        </Trans>
      </p>
      {failed && (
        <Notice kind="bad" live title={<Trans>That did not work. Nothing was changed; try again.</Trans>} />
      )}
      <Asked query={query} lines={2}>
        {(all: readonly Passkey[]) =>
          all.length === 0 ? (
            <p className="quiet">
              <Trans>You have no passkey yet.</Trans>
            </p>
          ) : (
            <ul className="rows">
              {all.map((passkey) => (
                <Row key={passkey.id} passkey={passkey} onRemove={() => removing.mutate(passkey.id)} />
              ))}
            </ul>
          )
        }
      </Asked>
      <div className="actions">
        <Button look="secondary" busy={adding.isPending} onClick={() => adding.mutate()}>
          {t`Add a passkey of this device`}
        </Button>
      </div>
    </section>
  );
};

const Row = ({ passkey, onRemove }: { readonly passkey: Passkey; readonly onRemove: () => void }) => {
  const { t, i18n } = useLingui();
  const { name, addedAt } = passkey;
  const added = addedAt === undefined ? "" : dateOf(new Date(addedAt).toISOString(), i18n.locale);
  const called = name === "" ? t`Passkey` : name;
  return (
    <li>
      {called} {added !== "" && <span className="quiet">{t`added ${added}`}</span>}{" "}
      <Button look="quiet" onClick={onRemove}>
        {t`Remove ${called}`}
      </Button>
    </li>
  );
};
