import type { SystemAccountView } from "../../../../shared/contract/system-accounts.ts";
import { isGood, type SystemClient } from "../../../../shared/domain/system-account.ts";

/** When a secret of the account was last used; undefined for never. */
export const lastUseOf = ({ clients }: SystemAccountView): string | undefined =>
  clients
    .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
    .toSorted()
    .at(-1);

/** The secrets that are good, those that end beside the one in use. */
export const goodSecretsOf = ({ clients }: SystemAccountView, now: Date): readonly SystemClient[] =>
  clients.filter((client) => isGood(client, now));

/** The next moment at which a secret ends, and whether that one was used since it was rotated out. */
export const nextEndOf = (account: SystemAccountView, now: Date): string | undefined =>
  goodSecretsOf(account, now)
    .flatMap(({ endsAt }) => endsAt ?? [])
    .toSorted()
    .at(0);
