import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "wouter";
import { type RegistrationView, registrations } from "../../../../shared/contract/registrations.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Reason } from "../../components/reason.tsx";
import { State } from "../../components/state.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { ApplicantContactPoints } from "./applicant-contact-points.tsx";
import { Decision } from "./decision.tsx";
import { applicationStateLabels, applicationTones, verificationLabels } from "./labels.ts";
import { SettingUp } from "./setting-up.tsx";

/** One application: who asks, what differs, and the decision. */
export const ApplicationPage = () => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const { id = "" } = useParams<{ id: string }>();
  const query = useQuery(queryOf(registrations.get, { params: { id } }));
  const administration = query.data?.data.administration;
  return (
    <Page
      title={administration ? t`Application of ${nameOf(administration)}` : t`Application`}
      above={
        <BackLink href={paths.secretariat()}>
          <Trans>All applications</Trans>
        </BackLink>
      }
    >
      <Asked query={query} lines={10}>
        {({ data, etag = "" }) => (
          <>
            {data.state === "approved" && <SettingUp code={data.administration} />}
            <Differences application={data} />
            <Facts application={data} />
            <ApplicantContactPoints points={data.contactPoints} />
            <Decision application={data} etag={etag} onReload={() => void query.refetch()} />
          </>
        )}
      </Asked>
    </Page>
  );
};

const Differences = ({ application: { differences, state } }: { readonly application: RegistrationView }) => {
  if (state !== "confirmed") return null;
  if (differences.length === 0)
    return (
      <Notice kind="good" title={<Trans>Nothing differs</Trans>}>
        <p>
          <Trans>It agrees with the members’ list, and no other application is open for it.</Trans>
        </p>
      </Notice>
    );
  return (
    <Notice kind="warn" title={<Trans>Look at this before you decide</Trans>}>
      <ul className="bullets">
        {differences.map(({ detail }) => (
          <li key={detail}>
            <Reason sentence={detail} />
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Facts = ({ application }: { readonly application: RegistrationView }) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const { administration, reference, state, termsVersion, createdAt, changedAt, verification, reason } =
    application;
  return (
    <dl className="facts">
      <dt>
        <Trans>Administration</Trans>
      </dt>
      <dd>
        {state === "approved" ? (
          <Link href={paths.administration(administration)}>{nameOf(administration)}</Link>
        ) : (
          nameOf(administration)
        )}{" "}
        <code className="quiet">{administration}</code>
      </dd>
      <dt>
        <Trans>State</Trans>
      </dt>
      <dd>
        <State tone={applicationTones[state]}>{i18n.t(applicationStateLabels[state])}</State>
      </dd>
      <dt>
        <Trans>Reference</Trans>
      </dt>
      <dd className="with-copy">
        <code>{reference}</code> <CopyButton text={reference} of={reference} />
      </dd>
      <dt>
        <Trans>Applied</Trans>
      </dt>
      <dd>
        <Moment at={createdAt} />
      </dd>
      <dt>
        <Trans>Last change</Trans>
      </dt>
      <dd>
        <Moment at={changedAt} />
      </dd>
      <dt>
        <Trans>Terms accepted</Trans>
      </dt>
      <dd>
        <Trans>Version {termsVersion}</Trans>
      </dd>
      {verification && (
        <>
          <dt>
            <Trans>How it was verified</Trans>
          </dt>
          <dd>
            {i18n.t(verificationLabels[verification.method])}
            <p className="written">{verification.note}</p>
          </dd>
        </>
      )}
      {reason !== undefined && (
        <>
          <dt>
            <Trans>Reason given to the applicant</Trans>
          </dt>
          <dd className="written">{reason}</dd>
        </>
      )}
    </dl>
  );
};
