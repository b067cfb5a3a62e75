import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";

/** What reads it is loaded apart: the page does not wait for it. */
const load = () => import("../api/config.ts").then(({ fetchConfig }) => fetchConfig());

/** Where a local system's codes and invitations are read. A deployed one names no such place, and shows nothing. */
export const LocalMailbox = () => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let wanted = true;
    void load().then(
      ({ mailboxUrl }) => {
        if (wanted) setAddress(mailboxUrl);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (address === undefined) return null;
  return (
    <p className="local-mailbox quiet">
      <a href={address} target="_blank" rel="noreferrer">
        <Trans>Mailbox of this local system</Trans>
      </a>
    </p>
  );
};
