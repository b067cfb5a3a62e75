import { Trans, useLingui } from "@lingui/react/macro";
import { QueryClientProvider } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { RegistrationState } from "../../../../shared/domain/registration.ts";
import { queryClient } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Page } from "../../components/page.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { type KeptApplication, keptApplication } from "./application.ts";
import { ApplicationForm } from "./application-form.tsx";
import { Confirmation } from "./confirmation.tsx";
import { Status } from "./status.tsx";

export const JoinPage = () => (
  <QueryClientProvider client={queryClient}>
    <Join />
  </QueryClientProvider>
);

const Join = () => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const [application, setApplication] = useState(keptApplication.get);
  const keep = (next: KeptApplication | undefined) => {
    keptApplication.set(next);
    setApplication(next);
  };
  const onState = useCallback((state: RegistrationState) => {
    setApplication((current) => {
      const next = current && { ...current, state };
      keptApplication.set(next);
      return next;
    });
  }, []);

  if (application === undefined)
    return (
      <Page title={t`Apply to join`}>
        <p className="prose">
          <Trans>
            A customs administration that is a member of the WCO can take part. Name the people that others
            reach it by: a primary and a deputy contact point. Do you have access already?{" "}
            <Link href={paths.signIn()}>Sign in</Link>.
          </Trans>
        </p>
        <ApplicationForm onSent={keep} />
      </Page>
    );

  const { reference } = application;
  return (
    <Page
      key="sent"
      title={application.state === "unconfirmed" ? t`Confirm your application` : t`Your application`}
    >
      <dl className="facts">
        <dt>
          <Trans>Administration</Trans>
        </dt>
        <dd>{nameOf(application.administration)}</dd>
        <dt>
          <Trans>Reference</Trans>
        </dt>
        <dd className="with-copy">
          <code>{reference}</code> <CopyButton text={reference} of={reference} />
        </dd>
      </dl>
      {application.state === "unconfirmed" ? (
        <Confirmation application={application} onAnswer={({ state }) => onState(state)} />
      ) : (
        <Status application={application} onState={onState} />
      )}
      <p className="quiet">
        <Trans>This browser keeps the reference, so that you can come back to this page.</Trans>
      </p>
      <p>
        <Button look="quiet" onClick={() => keep(undefined)}>
          <Trans>Forget it here and begin another application</Trans>
        </Button>
      </p>
    </Page>
  );
};
