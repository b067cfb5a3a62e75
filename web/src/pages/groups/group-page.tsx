import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { type GroupView, groups } from "../../../../shared/contract/groups.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { Admission } from "./admission.tsx";
import { Day } from "./day.tsx";
import { lastDayOf } from "./days.ts";
import { Ending } from "./ending.tsx";
import { GroupKind, GroupStateMark, OwnStanding } from "./group-marks.tsx";
import { Leaving } from "./leaving.tsx";
import { Members } from "./members.tsx";
import { Past } from "./past.tsx";

/** A group: what it is, who is in it, and what whoever manages it can do. */
export const GroupPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams<{ id: string }>();
  const query = useQuery(queryOf(groups.get, { params: { id } }));
  const group = query.data?.data;
  // Its past is told to whoever manages it.
  const isManager = group?.past !== undefined;
  return (
    <Page
      title={group?.name ?? group?.id ?? t`Group`}
      above={
        <BackLink href={paths.groups()}>
          <Trans>All groups</Trans>
        </BackLink>
      }
      actions={
        group !== undefined && (
          <>
            {group.standing !== "outside" && (
              <LinkButton look="secondary" href={paths.alerts({ group: group.id })}>
                <Trans>Alerts of the group</Trans>
              </LinkButton>
            )}
            {isManager && group.state !== "ended" && (
              <LinkButton look="secondary" href={paths.editGroup(group.id)}>
                <Trans>Change</Trans>
              </LinkButton>
            )}
          </>
        )
      }
    >
      <Asked query={query} lines={10}>
        {({ data, etag = "" }) => (
          <>
            <Facts group={data} />
            {data.standing === "former" ? (
              <Notice title={<Trans>Your administration is not in this group any more</Trans>}>
                <p>
                  <Trans>
                    What was released to it while it was inside can still be read, under Alerts. Who is in the
                    group today is told to its members alone.
                  </Trans>
                </p>
              </Notice>
            ) : (
              <Members group={data} />
            )}
            {isManager && <Admission group={data} />}
            {isManager && <Past group={data} />}
            {data.standing === "member" && <Leaving group={data} />}
            {isManager && <Ending group={data} etag={etag} onReload={() => void query.refetch()} />}
          </>
        )}
      </Asked>
    </Page>
  );
};

const Facts = ({ group }: { readonly group: GroupView }) => {
  const nameOf = useAdministrationName();
  const { description, from, until, owner, history, review, since } = group;
  return (
    <>
      {description !== undefined && <p className="prose written">{description}</p>}
      <dl className="facts">
        <dt>
          <Trans>Short name</Trans>
        </dt>
        <dd>
          <code>{group.id}</code>
        </dd>
        <dt>
          <Trans>Kind</Trans>
        </dt>
        <dd>
          <GroupKind kind={group.kind} />
        </dd>
        <dt>
          <Trans>State</Trans>
        </dt>
        <dd>
          <GroupStateMark group={group} />
        </dd>
        {from !== undefined && until !== undefined && (
          <>
            <dt>
              <Trans>Dates</Trans>
            </dt>
            <dd>
              <Day at={from} /> – <Day at={lastDayOf(until)} />
            </dd>
          </>
        )}
        {owner !== undefined && (
          <>
            <dt>
              <Trans>Owner</Trans>
            </dt>
            <dd>{nameOf(owner)}</dd>
          </>
        )}
        <dt>
          <Trans>Your administration</Trans>
        </dt>
        <dd>
          <OwnStanding group={group} />
          {since !== undefined && (
            <>
              {", "}
              <Trans>
                since <Moment at={since} />
              </Trans>
            </>
          )}
        </dd>
        {history !== undefined && (
          <>
            <dt>
              <Trans>New members read</Trans>
            </dt>
            <dd>
              {history === "all" ? (
                <Trans>everything that was released to the group before, too</Trans>
              ) : (
                <Trans>what is released after they came</Trans>
              )}
            </dd>
          </>
        )}
        {review === "before-release" && (
          <>
            <dt>
              <Trans>Review</Trans>
            </dt>
            <dd>
              <Trans>Alerts are reviewed before they are released.</Trans>
            </dd>
          </>
        )}
      </dl>
    </>
  );
};
