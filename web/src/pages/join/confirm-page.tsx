import { Trans, useLingui } from "@lingui/react/macro";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { Redirect, useParams } from "wouter";
import { queryClient } from "../../api/queries.ts";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { keptApplication } from "./application.ts";
import { Confirmation } from "./confirmation.tsx";

/** From the link of the mail, in a browser that need not be the one that the application was sent from. */
export const ConfirmPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const [isConfirmed, setConfirmed] = useState(false);
  if (keptApplication.get()?.id === id) return <Redirect to={paths.join()} replace />;
  return (
    <QueryClientProvider client={queryClient}>
      <Page title={t`Confirm your application`}>
        {isConfirmed ? (
          <Notice kind="good" live title={<Trans>The secretariat has your application</Trans>}>
            <p>
              <Trans>You will have an e-mail when it has decided.</Trans>
            </p>
          </Notice>
        ) : (
          <Confirmation application={{ id }} onState={() => setConfirmed(true)} />
        )}
      </Page>
    </QueryClientProvider>
  );
};
