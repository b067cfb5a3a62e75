import { Trans, useLingui } from "@lingui/react/macro";
import { useParams } from "wouter";
import type { AdministrationView } from "../../../../shared/contract/administrations.ts";
import { isRegion, regionName } from "../../../../shared/reference/regions.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { State } from "../../components/state.tsx";
import { useAdministrationName, useNamed } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { isUnderWay, useAdministration } from "./administration-query.ts";
import { AdministrationStateMark } from "./administration-state.tsx";
import { ContactPointAccounts } from "./contact-point-accounts.tsx";
import { ContactPoints } from "./contact-points.tsx";
import { kindLabels } from "./labels.ts";
import { SettingUp } from "./setting-up.tsx";
import { Suspension } from "./suspension.tsx";

/** One administration as the secretariat sees it. */
export const AdministrationPage = () => {
  const nameOf = useAdministrationName();
  const named = useNamed();
  const { code = "" } = useParams<{ code: string }>();
  const query = useAdministration(code);
  const name = query.data === undefined ? nameOf(code) : named(query.data.data);
  return (
    <Page
      title={name}
      above={
        <BackLink href={paths.secretariat()}>
          <Trans>All administrations</Trans>
        </BackLink>
      }
    >
      <Asked query={query} lines={8}>
        {({ data, etag = "" }) => (
          <>
            {(isUnderWay(data.state) || data.state === "provisioning-failed") && <SettingUp code={code} />}
            <Facts administration={data} />
            <ContactPoints administration={data} />
            {data.kind !== "secretariat" && ["active", "suspended"].includes(data.state) && (
              <ContactPointAccounts code={code} />
            )}
            <Suspension administration={data} etag={etag} onReload={() => void query.refetch()} />
          </>
        )}
      </Asked>
    </Page>
  );
};

const Facts = ({ administration }: { readonly administration: AdministrationView }) => {
  const { i18n } = useLingui();
  const { code, kind, state, region, createdAt, leftAt, changedAt } = administration;
  const { contactPointsOverdue, recertificationOverdueSince, contactPointUnusedSince } = administration;
  return (
    <dl className="facts">
      <dt>
        <Trans>Code</Trans>
      </dt>
      <dd>
        <code>{code}</code>
      </dd>
      <dt>
        <Trans>Kind</Trans>
      </dt>
      <dd>{i18n.t(kindLabels[kind])}</dd>
      <dt>
        <Trans>State</Trans>
      </dt>
      <dd>
        <AdministrationStateMark state={state} />
      </dd>
      {region !== undefined && isRegion(region) && (
        <>
          <dt>
            <Trans>WCO region</Trans>
          </dt>
          <dd>{regionName(region, i18n.locale)}</dd>
        </>
      )}
      <dt>
        <Trans>Approved on</Trans>
      </dt>
      <dd>
        <Moment at={createdAt} />
      </dd>
      {leftAt !== undefined && (
        <>
          <dt>
            <Trans>Left on</Trans>
          </dt>
          <dd>
            <Moment at={leftAt} />
          </dd>
        </>
      )}
      {contactPointsOverdue && (
        <>
          <dt>
            <Trans>Contact points</Trans>
          </dt>
          <dd>
            <State tone="waiting">
              <Trans>Confirmation overdue</Trans>
            </State>
          </dd>
        </>
      )}
      {recertificationOverdueSince !== undefined && (
        <>
          <dt>
            <Trans>Its people</Trans>
          </dt>
          <dd>
            <State tone="waiting">
              <Trans>
                Confirmation overdue since <Moment at={recertificationOverdueSince} short />
              </Trans>
            </State>
          </dd>
        </>
      )}
      {contactPointUnusedSince !== undefined && (
        <>
          <dt>
            <Trans>Whoever manages it</Trans>
          </dt>
          <dd>
            <State tone="waiting">
              <Trans>
                Nobody who may has come in since <Moment at={contactPointUnusedSince} short />
              </Trans>
            </State>
          </dd>
        </>
      )}
      <dt>
        <Trans>Last change</Trans>
      </dt>
      <dd>
        <Moment at={changedAt} />
      </dd>
    </dl>
  );
};
