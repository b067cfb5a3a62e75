import { Trans } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";

const subscribe = (listener: () => void): (() => void) => {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
};

/** One line on top of a page for what concerns all of it; never a pop-up. */
export const Banners = () => {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div className="banners" role="status">
      {!online && (
        <p className="banner banner-warn">
          <Trans>
            You are offline. What is shown may be out of date; what you write is kept in this tab.
          </Trans>
        </p>
      )}
    </div>
  );
};
