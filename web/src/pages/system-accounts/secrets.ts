import type { SystemAccountView } from "../../../../shared/contract/system-accounts.ts";
import { isGood } from "../../../../shared/domain/system-account.ts";

/** When the account called last, with whichever secret; undefined for never. */
export const lastUseOf = ({ clients }: SystemAccountView): string | undefined =>
  clients
    .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
    .toSorted()
    .at(-1);

/** The next moment at which a secret ends that is still good; undefined where none was rotated out. */
export const nextEndOf = ({ clients }: SystemAccountView, now: Date): string | undefined =>
  clients
    .filter((client) => isGood(client, now))
    .flatMap(({ endsAt }) => endsAt ?? [])
    .toSorted()
    .at(0);
