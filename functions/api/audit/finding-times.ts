import { linkAt } from "../../../shared/adapters/records/trail.ts";
import { SealedEntry } from "../../../shared/domain/audit-chain.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/** The position of the first entry of a later time, by halving; one past the end where there is none. */
export const firstAfter = async (
  store: RecordStore,
  administration: string,
  end: number,
  time: string,
): Promise<number> => {
  let [low, high] = [1, end + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { entry } = SealedEntry.parse(await linkAt(store, administration, middle));
    if (entry.at > time) high = middle;
    else low = middle + 1;
  }
  return low;
};
