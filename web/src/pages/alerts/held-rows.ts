import { useEffect, useState } from "react";
import type { AlertRow } from "../../../../shared/contract/alert-list.ts";

interface Polled {
  readonly data: { readonly data: { readonly items: readonly AlertRow[] } } | undefined;
  readonly isFetching: boolean;
}

/** A polled list that does not shift under a person's eyes: what comes is counted until it is asked for. */
export const useHeldRows = ({ data, isFetching }: Polled) => {
  const latest = data?.data.items;
  const [held, setHeld] = useState<readonly AlertRow[]>();
  useEffect(() => {
    // What was cached before may be out of date; the first answer of this visit is what is held.
    if (held === undefined && latest !== undefined && !isFetching) setHeld(latest);
  }, [held, latest, isFetching]);
  const rows = held ?? latest;
  const arrived = latest?.filter((row) => !rows?.some(({ id }) => id === row.id)).length ?? 0;
  return { rows, arrived, show: () => setHeld(latest) };
};
