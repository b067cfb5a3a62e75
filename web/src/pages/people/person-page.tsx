import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { users } from "../../../../shared/contract/users.ts";
import type { DisablingReason } from "../../../../shared/domain/user.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { Access } from "./access.tsx";
import { ComingIn } from "./coming-in.tsx";
import { Compromise } from "./compromise.tsx";
import { Confirmation } from "./confirmation.tsx";
import { Deletion } from "./deletion.tsx";
import { LastSignIn } from "./last-sign-in.tsx";
import { PersonForm } from "./person-form.tsx";
import { PersonState } from "./person-state.tsx";

/** One person of the own administration: what they may do, and whether they may come in at all. */
export const PersonPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams<{ id: string }>();
  const query = useQuery(queryOf(users.get, { params: { id } }));
  const person = query.data?.data;
  return (
    <Page
      title={person?.name ?? t`Person`}
      above={
        <BackLink href={paths.people()}>
          <Trans>All people</Trans>
        </BackLink>
      }
    >
      <Asked query={query} lines={8}>
        {({ data, etag = "" }) => (
          <>
            <dl className="facts">
              <dt>
                <Trans>E-mail address</Trans>
              </dt>
              <dd>{data.email}</dd>
              <dt>
                <Trans>State</Trans>
              </dt>
              <dd>
                <PersonState state={data.state} />
              </dd>
              <dt>
                <Trans>Last sign-in</Trans>
              </dt>
              <dd>
                <LastSignIn person={data} />
              </dd>
              <dt>
                <Trans>Invited</Trans>
              </dt>
              <dd>
                <Moment at={data.createdAt} />
              </dd>
              {data.confirmBy !== undefined && (
                <>
                  <dt>
                    <Trans>To be confirmed by</Trans>
                  </dt>
                  <dd>
                    <Moment at={data.confirmBy} />
                  </dd>
                </>
              )}
            </dl>
            {data.deletedAt === undefined ? (
              <>
                {data.disabledBecause !== undefined && <Disabled because={data.disabledBecause} />}
                <Confirmation person={data} etag={etag} onReload={() => void query.refetch()} />
                {data.state === "invited" && <Invited email={data.email} />}
                <PersonForm person={data} etag={etag} onReload={() => void query.refetch()} />
                <ComingIn person={data} etag={etag} onReload={() => void query.refetch()} />
                <Access person={data} etag={etag} onReload={() => void query.refetch()} />
                <Compromise person={data} />
                <Deletion person={data} etag={etag} />
              </>
            ) : (
              <Notice title={<Trans>This person was deleted</Trans>}>
                <p>
                  <Trans>The name is kept for the audit trail alone.</Trans>
                </p>
              </Notice>
            )}
          </>
        )}
      </Asked>
    </Page>
  );
};

const Disabled = ({ because }: { readonly because: DisablingReason }) => (
  <Notice title={<Trans>Disabled</Trans>}>
    <p>
      {because === "unused" ? (
        <Trans>Nobody used the account for ninety days, so the exchange disabled it.</Trans>
      ) : (
        <Trans>The account may have been in other hands.</Trans>
      )}
    </p>
  </Notice>
);

const Invited = ({ email }: { readonly email: string }) => (
  <Notice title={<Trans>The invitation is on its way</Trans>}>
    <p>
      <Trans>
        {email} has a password for the first sign-in, good for seven days. The person becomes active by
        signing in.
      </Trans>
    </p>
  </Notice>
);
