import { newestPlaces } from "../../../shared/adapters/records/trail.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/** How many places are looked at for one that can be read, where the one in the middle cannot. */
const LOOKED_AT = 25;

/** The last place up to a position that has a time. */
const readableUpTo = async (store: RecordStore, administration: string, position: number) => {
  const nearest = (await newestPlaces(store, administration, 1, position + 1)).places[0];
  if (nearest?.sealed !== undefined) return nearest.sealed;
  const { places } = await newestPlaces(store, administration, LOOKED_AT, position + 1);
  return places.find(({ sealed }) => sealed !== undefined)?.sealed;
};

/**
 * The position of the first entry of a later time, by halving; one past the end where there is none. Where too much in a row is
 * damaged, it is a position after that one: what is looked through from there down still holds every entry of the time.
 */
export const firstAfter = async (
  store: RecordStore,
  administration: string,
  end: number,
  time: string,
): Promise<number> => {
  let [low, high] = [1, end + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = await readableUpTo(store, administration, middle);
    if (found === undefined || found.seq < low) return high;
    if (found.entry.at > time) high = found.seq;
    else low = middle + 1;
  }
  return low;
};
