import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type GroupRow, groups } from "../../../../shared/contract/groups.ts";
import { usePages } from "../../api/pages.ts";
import { Asked } from "../../components/asked.tsx";
import { Empty } from "../../components/empty.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { More } from "../../components/more.tsx";
import { Page } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { useMay } from "../../session/me.ts";
import { GroupKind, GroupStateMark, OwnStanding } from "./group-marks.tsx";

/** The groups and operations that the own administration is or was in; to the secretariat, all of them. */
export const GroupsPage = () => {
  const { t } = useLingui();
  const mayCreate = useMay("groups.create");
  const { rows, pages } = usePages(groups.list, { query: { limit: 50 } });
  return (
    <Page
      title={t`Groups`}
      actions={
        mayCreate && (
          <LinkButton href={paths.newGroup()}>
            <Trans>New group or operation</Trans>
          </LinkButton>
        )
      }
    >
      <Asked query={rows} lines={8}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={<Trans>Your administration is in no group</Trans>}>
              <p>
                <Trans>
                  The secretariat or a group’s owner admits administrations; the groups you are in appear
                  here.
                </Trans>
              </p>
            </Empty>
          ) : (
            <div className="section">
              <Table label={t`Groups`} columns={[t`Group`, t`Kind`, t`You are`, t`State`]} stacks>
                {all.map((group) => (
                  <Row key={group.id} group={group} />
                ))}
              </Table>
              <More pages={pages} />
            </div>
          )
        }
      </Asked>
    </Page>
  );
};

const Row = ({ group }: { readonly group: GroupRow }) => {
  const nameOf = useAdministrationName();
  const { id, name, owner } = group;
  return (
    <tr>
      <th scope="row">
        <Link href={paths.group(id)}>{name ?? id}</Link> <code className="quiet">{id}</code>
        {owner !== undefined && (
          <p className="quiet">
            <Trans>Owner: {nameOf(owner)}</Trans>
          </p>
        )}
      </th>
      <td>
        <GroupKind kind={group.kind} />
      </td>
      <td>
        <OwnStanding group={group} />
      </td>
      <td>
        <GroupStateMark group={group} />
      </td>
    </tr>
  );
};
