import { useLingui } from "@lingui/react/macro";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { Redirect, useParams } from "wouter";
import type { RegistrationStatus } from "../../../../shared/contract/registrations.ts";
import { queryClient } from "../../api/queries.ts";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { keptApplication } from "./application.ts";
import { Confirmation } from "./confirmation.tsx";
import { StateNotice } from "./status.tsx";

/** From the link of the mail, in a browser that need not be the one that the application was sent from. */
export const ConfirmPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const [answer, setAnswer] = useState<RegistrationStatus>();
  if (keptApplication.get()?.id === id) return <Redirect to={paths.join()} replace />;
  return (
    <QueryClientProvider client={queryClient}>
      <Page title={t`Confirm your application`}>
        {answer === undefined ? (
          <Confirmation application={{ id }} onAnswer={setAnswer} />
        ) : (
          <StateNotice status={answer} />
        )}
      </Page>
    </QueryClientProvider>
  );
};
