import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense } from "react";
import { Redirect, Route, Switch, useLocation, useSearch } from "wouter";
import { queryClient } from "./api/queries.ts";
import { Allowed } from "./components/allowed.tsx";
import { ErrorBoundary } from "./components/error-boundary.tsx";
import { Frame } from "./components/frame.tsx";
import { NotFound } from "./components/not-found.tsx";
import { Skeleton } from "./components/skeleton.tsx";
import { paths } from "./path-builder.ts";
import { routes } from "./routes.tsx";
import { useSession } from "./session/me.ts";

/** Every page that needs a sign-in, inside the frame; loaded apart from the public pages. */
export const SignedIn = () => {
  const session = useSession();
  const [location] = useLocation();
  const search = useSearch();
  if (session === undefined) {
    const here = search === "" ? location : `${location}?${search}`;
    return <Redirect to={paths.signIn(here === paths.inbox() ? {} : { next: here })} replace />;
  }
  return (
    <QueryClientProvider client={queryClient}>
      <Frame>
        <ErrorBoundary key={location}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Switch>
              {routes
                .filter(({ access }) => access !== "public")
                .map(({ path, page: Page, access }) => (
                  <Route key={path} path={path}>
                    <Allowed access={access}>
                      <Page />
                    </Allowed>
                  </Route>
                ))}
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Frame>
    </QueryClientProvider>
  );
};
