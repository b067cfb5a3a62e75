import { Trans, useLingui } from "@lingui/react/macro";
import type { GroupView } from "../../../../shared/contract/groups.ts";
import { isRegion, regionName } from "../../../../shared/reference/regions.ts";
import { Moment } from "../../components/moment.tsx";
import { Table } from "../../components/table.tsx";
import { useNamed } from "../../i18n/names.ts";

/** Every admission and removal, the newest first. */
export const Past = ({ group }: { readonly group: GroupView }) => {
  const { t, i18n } = useLingui();
  const nameOf = useNamed();
  const stays = (group.past ?? [])
    .flatMap((member) => (member.intervals ?? []).map((interval) => ({ ...interval, member })))
    .sort((one, other) => (one.from < other.from ? 1 : -1));
  return (
    <details className="section">
      <summary>
        <Trans>Admissions and removals so far</Trans>
      </summary>
      <Table
        label={t`Admissions and removals so far`}
        columns={[t`Administration`, t`Admitted`, t`Removed or left`]}
      >
        {stays.map(({ member, from, until, region }) => (
          <tr key={`${member.code} ${from}`}>
            <th scope="row">
              {nameOf(member)} <code className="quiet">{member.code}</code>
              {region !== undefined && isRegion(region) && (
                <p className="quiet">{regionName(region, i18n.locale)}</p>
              )}
            </th>
            <td className="quiet">
              <Moment at={from} />
            </td>
            <td className="quiet">{until === undefined ? "–" : <Moment at={until} />}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
};
