import {
  chainHead,
  headItem,
  sealedItem,
  unsealedEntries,
  unsealedKey,
} from "../../../shared/adapters/records/trail.ts";
import { linked } from "../../../shared/domain/audit-chain.ts";
import type { Cryptography } from "../../../shared/domain/cryptography.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import { ConditionFailed, type RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly cryptography: Pick<Cryptography, "sha256">;
}

/** A transaction holds 100 actions: the end of the chain, and two for each entry. */
const CHUNK = 49;

/** How often in a row others may be faster before something else is wrong. Each time, they sealed something. */
const PATIENCE = 20;

/**
 * Links what an administration's people and system did into its chain, in the order in which it was done. Each transaction moves the
 * end of the chain from where it was read to be, so that of two at once one is refused and reads again; wherever one is
 * killed, an entry is either unsealed or sealed once.
 */
export const sealing = ({ store, cryptography }: Dependencies) => {
  const sealChunk = async (administration: AdministrationCode): Promise<boolean> => {
    const [head, { items, more }] = await Promise.all([
      chainHead(store, administration),
      unsealedEntries(store, administration, CHUNK),
    ]);
    const sealed = linked(cryptography.sha256, head, items);
    const last = sealed.at(-1);
    if (last === undefined) return false;
    const { seq, hash } = head;
    await store.transact([
      {
        put: headItem({ administration, seq: last.seq, hash: last.hash }),
        when: seq === 0 ? { absent: true } : { equals: { seq, hash } },
      },
      ...sealed.map((each) => ({ put: sealedItem(each), when: { absent: true as const } })),
      ...items.map((entry) => ({ delete: unsealedKey(entry), when: { present: true as const } })),
    ]);
    return more;
  };

  return async (administration: AdministrationCode): Promise<void> => {
    for (let refused = 0; ; )
      try {
        if (!(await sealChunk(administration))) return;
        refused = 0;
      } catch (error) {
        refused += 1;
        if (!(error instanceof ConditionFailed) || refused >= PATIENCE) throw error;
      }
  };
};
