import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useSyncExternalStore } from "react";
import { type Me, oneself } from "../../../shared/contract/oneself.ts";
import type { Action } from "../../../shared/domain/permissions.ts";
import { queryOf } from "../api/queries.ts";
import { sessionStore } from "./session-store.ts";

export const useSession = () => useSyncExternalStore(sessionStore.subscribe, sessionStore.get);

/** Asked for again as time passes: roles may change under a person's hands. */
export const useMeQuery = () => useQuery({ ...queryOf(oneself.me, {}), refetchInterval: 300_000 });

/** Who is signed in, for everything inside the frame. */
export const MeContext = createContext<Me | undefined>(undefined);

export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error("Only the frame's pages know who is signed in.");
  return me;
};

export const useMay = (action: Action): boolean => useMe().may.includes(action);
