import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/problem.ts";
import { useNamed } from "../i18n/names.ts";
import { MeContext, useMeQuery } from "../session/me.ts";
import { useAsChosen, useOwnChoices } from "../session/own-choices.ts";
import { leave } from "../session/sign-out.ts";
import { Banners } from "./banners.tsx";
import { Brand } from "./brand.tsx";
import { Button } from "./button.tsx";
import { Failure } from "./failure.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { BottomBar, Navigation } from "./navigation.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SessionEnding } from "./session-ending.tsx";
import { Skeleton } from "./skeleton.tsx";

/** Around every page of somebody who is signed in. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useLingui();
  const query = useMeQuery();
  const named = useNamed();
  const caller = query.data?.data;
  // A system account has no password to sign in with here.
  const me = caller !== undefined && "user" in caller ? caller : undefined;
  const { choose } = useOwnChoices();
  useAsChosen(me);
  return (
    <MeContext value={me}>
      <a className="skip" href="#main">
        <Trans>Skip to the content</Trans>
      </a>
      <header className="bar">
        <span className="bar-brand">
          <Brand />
        </span>
        {me && (
          <p className="bar-administration">
            <span className="bar-name">{named(me.administration)}</span>
            <span className="bar-code">{me.administration.code}</span>
          </p>
        )}
        <div className="bar-end">
          <LanguageChoice onChoose={(language) => choose({ language })} />
          {me && <PersonMenu me={me} />}
        </div>
      </header>
      <Banners />
      <SessionEnding />
      <div className="frame">
        {me && (
          <nav className="nav" aria-label={t`Main`}>
            <Navigation />
          </nav>
        )}
        <main id="main" className="main">
          {me ? (
            children
          ) : query.isError ? (
            <>
              <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
              {query.error instanceof ApiProblem && (
                <Button look="secondary" onClick={() => void leave()}>
                  <Trans>Sign out</Trans>
                </Button>
              )}
            </>
          ) : (
            <Skeleton lines={8} />
          )}
        </main>
      </div>
      {me && <BottomBar />}
    </MeContext>
  );
};
