import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link, useLocation, useSearch } from "wouter";
import { timeOf } from "../i18n/format.ts";
import { paths } from "../path-builder.ts";
import { useSessionEnd } from "../session/use-session-end.ts";

/** That the session will end, while there is time: signing in again comes back to this page, and to what is written in it. */
export const SessionEnding = () => {
  const { i18n } = useLingui();
  const [location] = useLocation();
  const search = useSearch();
  const end = useSessionEnd();
  return (
    <div className="banners" role="status">
      {end !== undefined && (
        <p className="banner banner-warn">
          <Trans>
            Your session ends at {timeOf(end, i18n.locale)}, twelve hours after the sign-in. What you write is
            kept in this tab.
          </Trans>{" "}
          <Link href={paths.signIn({ next: search === "" ? location : `${location}?${search}` })}>
            <Trans>Sign in again</Trans>
          </Link>
        </p>
      )}
    </div>
  );
};
