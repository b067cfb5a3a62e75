import { useEffect, useState } from "react";

/** What says it is loaded apart: the sign-in page does not wait for it. */
const load = () => import("../api/config.ts").then(({ fetchConfig }) => fetchConfig());

/** Whether passkeys can be used: by this browser, and by the pools, of which only the emulator's know none. */
export const usePasskeysOffered = (): boolean => {
  const [isOffered, setOffered] = useState(false);
  useEffect(() => {
    let wanted = true;
    if (typeof PublicKeyCredential !== "undefined")
      void load().then(
        ({ cognitoEndpoint }) => {
          if (wanted) setOffered(cognitoEndpoint === undefined);
        },
        () => undefined,
      );
    return () => {
      wanted = false;
    };
  }, []);
  return isOffered;
};
