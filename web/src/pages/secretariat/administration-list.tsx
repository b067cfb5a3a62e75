import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { administrations } from "../../../../shared/contract/administrations.ts";
import { usePages } from "../../api/pages.ts";
import { Asked } from "../../components/asked.tsx";
import { Empty } from "../../components/empty.tsx";
import { Moment } from "../../components/moment.tsx";
import { More } from "../../components/more.tsx";
import { State } from "../../components/state.tsx";
import { Table } from "../../components/table.tsx";
import { useNamed } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { AdministrationStateMark } from "./administration-state.tsx";

/** Every administration of the exchange by code, with where it stands. */
export const AdministrationList = () => {
  const { t } = useLingui();
  const named = useNamed();
  const { rows, pages } = usePages(administrations.list, { query: { limit: 50 } });
  return (
    <Asked query={rows} lines={8}>
      {(all) =>
        all.length === 0 ? (
          <Empty title={t`No administration takes part yet`}>
            <p>
              <Trans>Each appears here as soon as its application is approved.</Trans>
            </p>
          </Empty>
        ) : (
          <>
            <Table label={t`Administrations`} columns={[t`Administration`, t`State`, t`Overdue`, t`Since`]}>
              {all.map(({ code, name, state, failure, changedAt, ...due }) => (
                <tr key={code}>
                  <th scope="row">
                    <Link href={paths.administration(code)}>{named({ code, name })}</Link>{" "}
                    <code className="quiet">{code}</code>
                  </th>
                  <td>
                    <AdministrationStateMark state={state} />
                    {failure !== undefined && (
                      <p className="quiet cut" lang="en">
                        {failure}
                      </p>
                    )}
                  </td>
                  <td>
                    <Overdue {...due} />
                  </td>
                  <td className="quiet">
                    <Moment at={changedAt} short />
                  </td>
                </tr>
              ))}
            </Table>
            <More pages={pages} />
          </>
        )
      }
    </Asked>
  );
};

interface OverdueProps {
  readonly contactPointsOverdue: boolean;
  readonly recertificationOverdueSince?: string | undefined;
  readonly contactPointUnusedSince?: string | undefined;
}

/** What an administration has not done in time, and the secretariat may remind it of. */
const Overdue = (due: OverdueProps) => (
  <>
    {due.contactPointsOverdue && (
      <p>
        <State tone="waiting">
          <Trans>Contact points</Trans>
        </State>
      </p>
    )}
    {due.recertificationOverdueSince !== undefined && (
      <p>
        <State tone="waiting">
          <Trans>People</Trans>
        </State>
      </p>
    )}
    {due.contactPointUnusedSince !== undefined && (
      <p>
        <State tone="waiting">
          <Trans>Nobody manages it</Trans>
        </State>
      </p>
    )}
  </>
);
