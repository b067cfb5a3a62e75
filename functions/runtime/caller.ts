import type { RecordStore } from "../../shared/domain/record-store.ts";
import type { Caller } from "../../shared/domain/user.ts";
import { Identity, refused } from "./identity.ts";
import { loadPersonCaller } from "./person-caller.ts";
import { loadSystemCaller } from "./system-caller.ts";

/**
 * The caller as stored now: a suspended administration, a disabled person, a deleted system account and a secret that ended are refused
 * at the next request, whatever the token says.
 */
export const loadCaller = async (store: RecordStore, identity: unknown, now: Date): Promise<Caller> => {
  const who = Identity.safeParse(identity);
  if (!who.success || Number(who.data.expires) * 1000 <= now.getTime()) throw refused();
  return "systemAccount" in who.data
    ? loadSystemCaller(store, who.data, now)
    : loadPersonCaller(store, who.data, now);
};
