import { Trans, useLingui } from "@lingui/react/macro";
import type { LedgerLine } from "../../../../shared/domain/acknowledgement.ts";
import { useGroupMembers } from "../../api/group-members.ts";
import { Moment } from "../../components/moment.tsx";
import { Table } from "../../components/table.tsx";
import { resultLabels } from "../../i18n/labels.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { ledgerRows } from "./ledger-rows.ts";

interface LedgerProps {
  readonly lines: readonly LedgerLine[];
  readonly group: string;
  /** The administrations named; undefined where the whole group may read. */
  readonly named: readonly string[] | undefined;
}

/** For the author: per administration, whether it was told, has read and has acknowledged. */
export const Ledger = ({ lines, group, named }: LedgerProps) => {
  const { t, i18n } = useLingui();
  const me = useMe();
  const nameOf = useAdministrationName();
  const { members } = useGroupMembers(group);
  const addressed = named ?? members?.map(({ code }) => code) ?? [];
  const { rows, acknowledged, read } = ledgerRows(lines, addressed, me.administration.code);
  const total = rows.length;
  return (
    <section className="section" aria-labelledby="ledger">
      <div className="section-head">
        <h2 id="ledger">
          <Trans>Who has it</Trans>
        </h2>
        <p className="quiet">
          <Trans>
            {acknowledged} of {total} acknowledged · {read} read
          </Trans>
        </p>
      </div>
      <Table
        label={t`Table of the administrations`}
        columns={[t`Administration`, t`Handed over`, t`Read`, t`Acknowledged`]}
      >
        {rows.map(({ administration, handedOverAt, readAt, acknowledgement }) => (
          <tr key={administration}>
            <th scope="row">{nameOf(administration)}</th>
            <td>{handedOverAt ? <Moment at={handedOverAt} /> : "–"}</td>
            <td>{readAt ? <Moment at={readAt} /> : "–"}</td>
            <td>
              {acknowledgement ? (
                <>
                  <Moment at={acknowledgement.at} />
                  <br />
                  <strong>{i18n.t(resultLabels[acknowledgement.result])}</strong>
                  {acknowledgement.note && <p className="written">{acknowledgement.note}</p>}
                </>
              ) : (
                "–"
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
};
