import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type SystemAccountView, systemAccounts } from "../../../../shared/contract/system-accounts.ts";
import { usePages } from "../../api/pages.ts";
import { Asked } from "../../components/asked.tsx";
import { Empty } from "../../components/empty.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { More } from "../../components/more.tsx";
import { Page } from "../../components/page.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { State } from "../../components/state.tsx";
import { Table } from "../../components/table.tsx";
import { listOf } from "../../i18n/format.ts";
import { paths } from "../../path-builder.ts";
import { scopeLabels } from "./scopes.ts";
import { lastUseOf, nextEndOf } from "./secrets.ts";

/** The own administration's systems: what each may do, when it called last, and which secret ends soon. */
export const SystemAccountsPage = () => {
  const { t } = useLingui();
  const { rows, pages } = usePages(systemAccounts.list, { query: { limit: 50 } });
  return (
    <Page
      title={t`System accounts`}
      actions={
        <LinkButton href={paths.newSystemAccount()}>
          <Trans>Make a system account</Trans>
        </LinkButton>
      }
    >
      <PeopleTabs at={paths.systemAccounts()} />
      <Asked query={rows} lines={6}>
        {(accounts) => (
          <div className="section">
            {accounts.length === 0 && !pages.hasNextPage ? <None /> : <AccountTable accounts={accounts} />}
            <More pages={pages} />
          </div>
        )}
      </Asked>
    </Page>
  );
};

const None = () => (
  <Empty title={<Trans>No system calls for your administration</Trans>}>
    <p>
      <Trans>
        A system of yours that reads alerts, or drafts them from its own seizures, calls the exchange by an
        account of its own. It has a secret in place of a password, and may do only what you tick.
      </Trans>
    </p>
  </Empty>
);

const AccountTable = ({ accounts }: { readonly accounts: readonly SystemAccountView[] }) => {
  const { t } = useLingui();
  return (
    <Table label={t`System accounts`} columns={[t`Name`, t`May`, t`Last use`, t`Secrets`]} stacks>
      {accounts.map((account) => (
        <Row key={account.id} account={account} />
      ))}
    </Table>
  );
};

const Row = ({ account }: { readonly account: SystemAccountView }) => {
  const { t, i18n } = useLingui();
  const may = account.scopes.map((scope) => i18n.t(scopeLabels[scope]));
  const lastUse = lastUseOf(account);
  const end = nextEndOf(account, new Date());
  return (
    <tr>
      <th scope="row">
        <Link href={paths.systemAccount(account.id)}>{account.name}</Link>
        <p className="quiet">{account.purpose}</p>
      </th>
      <td>{listOf(may, i18n.locale)}</td>
      <td className="quiet">{lastUse === undefined ? t`never` : <Moment at={lastUse} short />}</td>
      <td>
        {end === undefined ? (
          <State tone="good">
            <Trans context="a secret">Good</Trans>
          </State>
        ) : (
          <State tone="waiting">
            <Trans>
              One ends on <Moment at={end} />
            </Trans>
          </State>
        )}
      </td>
    </tr>
  );
};
