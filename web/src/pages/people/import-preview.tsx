import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReadRow } from "../../../../shared/domain/people-import.ts";
import { Reason } from "../../components/reason.tsx";
import { Table } from "../../components/table.tsx";
import { listOf } from "../../i18n/format.ts";
import { roleLabels } from "../../i18n/labels.ts";

interface ImportPreviewProps {
  readonly rows: readonly ReadRow[];
  /** Addresses of people who are here already. */
  readonly known: ReadonlySet<string>;
}

/** Each row as it was read; what is wrong with it, before anything is sent. */
export const ImportPreview = ({ rows, known }: ImportPreviewProps) => {
  const { t, i18n } = useLingui();
  const columns = { name: t`Name`, email: t`E-mail address`, roles: t`Roles` } as const;
  const wrong = rows.filter(({ errors }) => errors.length > 0).length;
  return (
    <section aria-labelledby="import-preview">
      <h2 id="import-preview">
        <Plural value={rows.length} one="# row" other="# rows" />
      </h2>
      {wrong > 0 && (
        <p role="status">
          <Plural
            value={wrong}
            one="# row is not sent as it is. Correct it above, or invite the others now."
            other="# rows are not sent as they are. Correct them above, or invite the others now."
          />
        </p>
      )}
      <Table label={t`Rows of the file`} columns={[t`Name`, t`E-mail address`, t`Roles`, t`Row`]} stacks>
        {rows.map(({ row, name, email, roles, errors }) => (
          <tr key={row}>
            <th scope="row">
              {name}
              {errors.map(({ column, detail }) => {
                const label = columns[column];
                return (
                  <p key={`${column} ${detail}`} className="field-wrong">
                    <Trans>
                      {label}: <Reason sentence={detail} />
                    </Trans>
                  </p>
                );
              })}
              {errors.length === 0 && known.has(email) && (
                <p className="quiet">
                  <Trans>Is here already, and is not invited again.</Trans>
                </p>
              )}
            </th>
            <td>{email}</td>
            <td>
              {listOf(
                roles.map((role) => i18n.t(roleLabels[role])),
                i18n.locale,
              )}
            </td>
            <td className="quiet">
              <Trans>row {row}</Trans>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
};
