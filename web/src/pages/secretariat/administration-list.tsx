import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { administrations } from "../../../../shared/contract/administrations.ts";
import { usePages } from "../../api/pages.ts";
import { Asked } from "../../components/asked.tsx";
import { Empty } from "../../components/empty.tsx";
import { Moment } from "../../components/moment.tsx";
import { More } from "../../components/more.tsx";
import { Table } from "../../components/table.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { AdministrationStateMark } from "./administration-state.tsx";

/** Every administration of the exchange by code, with where it stands. */
export const AdministrationList = () => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
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
            <Table label={t`Administrations`} columns={[t`Administration`, t`State`, t`Since`]}>
              {all.map(({ code, state, failure, changedAt }) => (
                <tr key={code}>
                  <th scope="row">
                    <Link href={paths.administration(code)}>{nameOf(code)}</Link>{" "}
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
