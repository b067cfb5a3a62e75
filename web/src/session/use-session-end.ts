import { useEffect, useState } from "react";
import { ageOf, endOf } from "./lifetime.ts";
import { useSession } from "./me.ts";
import { sessionStore } from "./session-store.ts";

/** Ends the session when its time has come; before, tells when that will be. */
export const useSessionEnd = (): number | undefined => {
  const session = useSession();
  const [isEnding, setEnding] = useState(false);
  useEffect(() => {
    if (session === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const { is, until } = ageOf(session, Date.now());
      setEnding(is === "ending");
      if (is === "over") sessionStore.end();
      else timer = setTimeout(look, until - Date.now());
    };
    look();
    // A device that slept woke late: its timers stood still meanwhile.
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [session]);
  return session !== undefined && isEnding ? endOf(session) : undefined;
};
