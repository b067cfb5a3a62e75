import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { ErrorBoundary } from "./components/error-boundary.tsx";
import { LocalMailbox } from "./components/local-mailbox.tsx";
import { PublicFrame } from "./components/public-frame.tsx";
import { Skeleton } from "./components/skeleton.tsx";
import { routes } from "./routes.tsx";

const SignedIn = lazy(async () => ({ default: (await import("./signed-in.tsx")).SignedIn }));

/** Public pages stand alone; all others are inside the frame, for somebody who is signed in. */
export const App = () => (
  <Switch>
    {routes
      .filter(({ access }) => access === "public")
      .map(({ path, page: Page }) => (
        <Route key={path} path={path}>
          <PublicFrame>
            <ErrorBoundary>
              <Suspense fallback={<Skeleton lines={6} />}>
                <Page />
                {/* Behind the page, so that nothing is loaded for it before the page can be read. */}
                <LocalMailbox />
              </Suspense>
            </ErrorBoundary>
          </PublicFrame>
        </Route>
      ))}
    <Route>
      <ErrorBoundary>
        <Suspense fallback={<Skeleton lines={8} />}>
          <SignedIn />
        </Suspense>
      </ErrorBoundary>
    </Route>
  </Switch>
);
