import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** The minute that runs: who is on duty changes no faster, and nothing moves in between. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};
