import { useSyncExternalStore } from "react";
import type { createWork, Work } from "./work.ts";

/** How far the work of somebody has come, shown anew as it goes on. */
export const useWork = <Progress>(
  { subscribe, of }: Pick<ReturnType<typeof createWork<Progress>>, "subscribe" | "of">,
  owner: string,
): Work<Progress> => useSyncExternalStore(subscribe, () => of(owner));
