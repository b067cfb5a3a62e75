import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "wouter";
import { administrations, type ContactPoints } from "../../../../shared/contract/administrations.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { useMe } from "../../session/me.ts";
import { ContactPointsForm } from "./contact-points-form.tsx";
import { KeptPoint } from "./kept-point.tsx";

/** Whom other administrations reach the own one by. */
export const OwnContactPointsPage = () => {
  const { t } = useLingui();
  const { administration } = useMe();
  return (
    <Page title={t`Contact points`}>
      <PeopleTabs at={paths.ownContactPoints()} />
      <p className="prose">
        <Trans>
          Administrations that share a group with yours find them in the directory, with their hours. Once a
          year each is to be confirmed.
        </Trans>
      </p>
      <List code={administration.code} />
    </Page>
  );
};

/** The same of any administration, for the secretariat's operators. */
export const ContactPointsPage = () => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const { code = "" } = useParams<{ code: string }>();
  const name = nameOf(code);
  return (
    <Page
      title={t`Contact points of ${name}`}
      above={<BackLink href={paths.administration(code)}>{name}</BackLink>}
    >
      <List code={code} />
    </Page>
  );
};

const List = ({ code }: { readonly code: string }) => {
  const query = useQuery(queryOf(administrations.contactPoints, { params: { code } }));
  return (
    <Asked query={query} lines={10}>
      {({ data, etag = "" }) => (
        <Points code={code} stored={data} etag={etag} onReload={() => void query.refetch()} />
      )}
    </Asked>
  );
};

interface PointsProps {
  readonly code: string;
  readonly stored: ContactPoints;
  readonly etag: string;
  readonly onReload: () => void;
}

const Points = (props: PointsProps) => {
  const { code, stored, etag, onReload } = props;
  const [state, setState] = useState<"shown" | "edited" | "saved">("shown");
  if (state === "edited")
    return <ContactPointsForm {...props} onDone={(saved) => setState(saved ? "saved" : "shown")} />;
  const { contactPoints } = stored;
  const overdue = contactPoints.filter((point) => point.overdue).length;
  return (
    <div className="section">
      {state === "saved" && (
        <Notice kind="good" live title={<Trans>Saved. Others see it from now on.</Trans>} />
      )}
      {overdue > 0 && (
        <Notice kind="warn" title={<Trans>A confirmation is overdue</Trans>}>
          <p>
            <Trans>
              Look at what is said of each contact point. Confirm what is right; change the list where it is
              not. The secretariat sees that it is overdue.
            </Trans>
          </p>
        </Notice>
      )}
      {contactPoints.length === 0 ? (
        <Empty title={<Trans>No contact points are named yet</Trans>}>
          <p>
            <Trans>Name a primary and a deputy, so that others know whom to call.</Trans>
          </p>
        </Empty>
      ) : (
        <ul className="cards">
          {contactPoints.map((point, index) => (
            <KeptPoint
              key={`${point.name} ${point.email}`}
              code={code}
              point={point}
              index={index}
              etag={etag}
              onReload={onReload}
            />
          ))}
        </ul>
      )}
      <div className="actions">
        <Button look="secondary" onClick={() => setState("edited")}>
          <Trans>Change the contact points</Trans>
        </Button>
      </div>
    </div>
  );
};
