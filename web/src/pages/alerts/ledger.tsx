import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { LedgerLine } from "../../../../shared/domain/acknowledgement.ts";
import { useGroupMembers } from "../../api/group-members.ts";
import { Tick } from "../../components/field.tsx";
import { Moment } from "../../components/moment.tsx";
import { Table } from "../../components/table.tsx";
import { resultLabels } from "../../i18n/labels.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { ledgerRows } from "./ledger-rows.ts";

interface LedgerProps {
  readonly lines: readonly LedgerLine[];
  /** The current one: what was read or acknowledged of it is not said again. */
  readonly version: number;
  readonly group: string;
  /** The administrations named; undefined where the whole group may read. */
  readonly named: readonly string[] | undefined;
}

/** For the author: per administration, whether it was told, has read and has acknowledged. */
export const Ledger = ({ lines, version, group, named }: LedgerProps) => {
  const { t, i18n } = useLingui();
  const me = useMe();
  const nameOf = useAdministrationName();
  const { members } = useGroupMembers(group);
  const addressed = named ?? members?.map(({ code }) => code) ?? [];
  const { rows, acknowledged, read } = ledgerRows(lines, addressed, me.administration.code);
  const total = rows.length;
  const [onlySilent, showOnlySilent] = useState(false);
  const shown = onlySilent ? rows.filter(({ acknowledgement }) => acknowledgement === undefined) : rows;
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
      {acknowledged > 0 && acknowledged < total && (
        <Tick
          pointer="/silent"
          label={t`Only those that have not acknowledged`}
          errors={[]}
          checked={onlySilent}
          onChange={showOnlySilent}
        />
      )}
      <Table
        label={t`Table of the administrations`}
        columns={[t`Administration`, t`Handed over`, t`Read`, t`Acknowledged`]}
      >
        {shown.map(({ administration, handedOverAt, readAt, readVersion, overdue, acknowledgement }) => (
          <tr key={administration}>
            <th scope="row">{nameOf(administration)}</th>
            <td>{handedOverAt ? <Moment at={handedOverAt} /> : "–"}</td>
            <td>
              {readAt ? <Moment at={readAt} /> : "–"}
              <EarlierVersion of={readVersion} current={version} />
            </td>
            <td>
              {acknowledgement ? (
                <>
                  <Moment at={acknowledgement.at} />
                  <br />
                  <strong>{i18n.t(resultLabels[acknowledgement.result])}</strong>
                  <EarlierVersion of={acknowledgement.version} current={version} />
                  {acknowledgement.note && <p className="written">{acknowledgement.note}</p>}
                </>
              ) : overdue ? (
                <strong>
                  <Trans>Overdue</Trans>
                </strong>
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

const EarlierVersion = ({ of, current }: { readonly of: number | undefined; readonly current: number }) =>
  of === undefined || of >= current ? null : (
    <>
      <br />
      <span className="quiet">
        <Trans>of version {of}</Trans>
      </span>
    </>
  );
