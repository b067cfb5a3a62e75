import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "wouter";
import {
  type SystemAccountMade,
  type SystemAccountView,
  systemAccounts,
} from "../../../../shared/contract/system-accounts.ts";
import { users } from "../../../../shared/contract/users.ts";
import { fetchConfig } from "../../api/config.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { listOf } from "../../i18n/format.ts";
import { paths } from "../../path-builder.ts";
import { Deletion } from "./deletion.tsx";
import { Rotation } from "./rotation.tsx";
import { scopeLabels } from "./scopes.ts";
import { SecretOnce } from "./secret-once.tsx";
import { SecretState } from "./secret-state.tsx";

/** One system: what it may do, its secrets, and how it is given another one or ended. */
export const SystemAccountPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams<{ id: string }>();
  const query = useQuery(queryOf(systemAccounts.get, { params: { id } }));
  const [shown, setShown] = useState<SystemAccountMade>();
  return (
    <Page
      title={query.data?.data.name ?? t`System account`}
      above={
        <BackLink href={paths.systemAccounts()}>
          <Trans>All system accounts</Trans>
        </BackLink>
      }
    >
      <Asked query={query} lines={8}>
        {({ data, etag = "" }) => (
          <>
            {shown && <SecretOnce account={shown} onDone={() => setShown(undefined)} />}
            <Facts account={data} />
            <Secrets account={data} />
            {data.deletedAt === undefined ? (
              <>
                <Rotation
                  account={data}
                  etag={etag}
                  onRotated={setShown}
                  onReload={() => void query.refetch()}
                />
                <Deletion account={data} etag={etag} onReload={() => void query.refetch()} />
              </>
            ) : (
              <Notice title={<Trans>This account was deleted</Trans>}>
                <p>
                  <Trans>It is refused for good. Its name stays in the audit trail.</Trans>
                </p>
              </Notice>
            )}
          </>
        )}
      </Asked>
    </Page>
  );
};

const Facts = ({ account }: { readonly account: SystemAccountView }) => {
  const { t, i18n } = useLingui();
  const config = useQuery({
    queryKey: ["config"],
    queryFn: fetchConfig,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const endpoint = config.data?.tokenEndpoint ?? account.tokenEndpoint;
  return (
    <dl className="facts">
      <dt>
        <Trans>What it calls for</Trans>
      </dt>
      <dd className="written">{account.purpose}</dd>
      <dt>
        <Trans>What it may do</Trans>
      </dt>
      <dd>
        {listOf(
          account.scopes.map((scope) => i18n.t(scopeLabels[scope])),
          i18n.locale,
        )}
      </dd>
      <dt>
        <Trans>Made</Trans>
      </dt>
      <dd>
        <Moment at={account.createdAt} />
        <Maker id={account.createdBy} />
      </dd>
      <dt>
        <Trans>Token endpoint</Trans>
      </dt>
      <dd className="with-copy">
        <code>{endpoint}</code>
        <CopyButton text={endpoint} of={t`the token endpoint`} />
      </dd>
    </dl>
  );
};

/** Whoever made it may be gone by now; what they made goes on. */
const Maker = ({ id }: { readonly id: string }) => {
  const { data } = useQuery(queryOf(users.get, { params: { id } }));
  if (data === undefined) return null;
  const { name, deletedAt } = data.data;
  return (
    <p className="quiet">
      {deletedAt === undefined ? <Trans>by {name}</Trans> : <Trans>by {name}, who was deleted since</Trans>}
    </p>
  );
};

const Secrets = ({ account }: { readonly account: SystemAccountView }) => {
  const { t } = useLingui();
  const now = new Date();
  if (account.clients.length === 0) return null;
  return (
    <section className="section" aria-labelledby="secrets">
      <h2 id="secrets">
        <Trans>Secrets</Trans>
      </h2>
      <Table label={t`Secrets`} columns={[t`Client id`, t`State`, t`Last use`, t`Made`]} stacks>
        {account.clients.toReversed().map((client) => (
          <tr key={client.id}>
            <th scope="row">
              <code>{client.id}</code>
            </th>
            <td>
              <SecretState client={client} now={now} />
            </td>
            <td className="quiet">
              {client.lastUsedAt === undefined ? t`never` : <Moment at={client.lastUsedAt} short />}
            </td>
            <td className="quiet">
              <Moment at={client.createdAt} short />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
};
