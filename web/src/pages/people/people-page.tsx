import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { users } from "../../../../shared/contract/users.ts";
import { usePages } from "../../api/pages.ts";
import { Asked } from "../../components/asked.tsx";
import { Empty } from "../../components/empty.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { More } from "../../components/more.tsx";
import { Page } from "../../components/page.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { Table } from "../../components/table.tsx";
import { listOf } from "../../i18n/format.ts";
import { roleLabels } from "../../i18n/labels.ts";
import { paths } from "../../path-builder.ts";
import { useMe } from "../../session/me.ts";
import { LastSignIn } from "./last-sign-in.tsx";
import { PersonState } from "./person-state.tsx";
import { Recertification } from "./recertification.tsx";

/** The own administration's people, what each may do, and who has not come yet. */
export const PeoplePage = () => {
  const { t } = useLingui();
  const { rows, pages } = usePages(users.list, { query: { limit: 100 } });
  return (
    <Page
      title={t`People`}
      actions={
        <>
          <LinkButton look="secondary" href={paths.importPeople()}>
            <Trans>Invite many from a file</Trans>
          </LinkButton>
          <LinkButton href={paths.invitePerson()}>
            <Trans>Invite a person</Trans>
          </LinkButton>
        </>
      }
    >
      <PeopleTabs at={paths.people()} />
      <Asked query={rows} lines={10}>
        {(people) => (
          <div className="section">
            <Recertification people={people} />
            <PeopleTable people={people} />
            <More pages={pages} />
            {people.length === 1 && !pages.hasNextPage && <Alone />}
          </div>
        )}
      </Asked>
    </Page>
  );
};

/** A new administration has its first contact point and nobody else. */
const Alone = () => (
  <Empty title={<Trans>You are alone here so far</Trans>}>
    <p>
      <Trans>
        Invite at least somebody who releases alerts and a duty officer who acknowledges them. Each has an
        e-mail with a password for the first sign-in.
      </Trans>
    </p>
  </Empty>
);

const PeopleTable = ({ people }: { readonly people: readonly UserView[] }) => {
  const { t } = useLingui();
  return (
    <Table label={t`People`} columns={[t`Name`, t`Roles`, t`State`, t`Last sign-in`]} stacks>
      {people.map((person) => (
        <Row key={person.id} person={person} />
      ))}
    </Table>
  );
};

const Row = ({ person }: { readonly person: UserView }) => {
  const { i18n } = useLingui();
  const me = useMe();
  const roles = person.roles.map((role) => i18n.t(roleLabels[role]));
  return (
    <tr>
      <th scope="row">
        <Link href={paths.person(person.id)}>{person.name}</Link>
        {person.id === me.user.id && (
          <>
            {" "}
            <span className="tag">
              <Trans>you</Trans>
            </span>
          </>
        )}
        <p className="quiet">{person.email}</p>
      </th>
      <td>{listOf(roles, i18n.locale)}</td>
      <td>
        <PersonState state={person.state} />
      </td>
      <td className="quiet">
        <LastSignIn person={person} short />
      </td>
    </tr>
  );
};
