import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { ImportedRow } from "../../../../shared/contract/users.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Reason } from "../../components/reason.tsx";
import { State } from "../../components/state.tsx";
import { Table } from "../../components/table.tsx";
import { paths } from "../../path-builder.ts";
import type { Work } from "../audit/work.ts";
import { type Imported, peopleImport } from "./importing.ts";

interface ImportOutcomeProps {
  readonly work: Exclude<Work<Imported>, { readonly state: "none" }>;
  /** Rows of the file that were not sent, since something is wrong with them. */
  readonly left: number;
  readonly onGoOn: (done: Imported) => void;
  readonly onCorrect: () => void;
  readonly onAnother: () => void;
}

/** How far an import has come, and what came of each row. */
export const ImportOutcome = ({ work, left, onGoOn, onCorrect, onAnother }: ImportOutcomeProps) => {
  const { t } = useLingui();
  const { rows, all } = work.progress;
  const total = all.length;
  const invited = rows.filter(({ outcome }) => outcome === "invited").length;
  return (
    <div className="section">
      <div className="stack">
        <progress aria-label={t`Rows sent`} value={rows.length} max={total} />
        <p role="status">
          {work.state === "done" ? (
            <Plural value={invited} one="# person is invited." other="# people are invited." />
          ) : (
            <Trans>
              {rows.length} of {total} rows sent. You may look at other pages meanwhile.
            </Trans>
          )}
        </p>
        {left > 0 && (
          <p>
            <Plural
              value={left}
              one="# row of the file was not sent: something is wrong with it."
              other="# rows of the file were not sent: something is wrong with them."
            />
          </p>
        )}
        {work.state === "failed" && <Failure error={work.error} />}
        <div className="actions">
          {work.state === "running" && (
            <Button look="secondary" onClick={peopleImport.cancel}>
              <Trans>Stop here</Trans>
            </Button>
          )}
          {(work.state === "failed" || work.state === "cancelled") && (
            <Button onClick={() => onGoOn(work.progress)}>
              <Trans>Go on</Trans>
            </Button>
          )}
          {work.state !== "running" && (
            <>
              {work.state === "done" && left > 0 && (
                <Button onClick={onCorrect}>
                  <Plural value={left} one="Correct # row" other="Correct # rows" />
                </Button>
              )}
              <LinkButton look="secondary" href={paths.people()}>
                <Trans>All people</Trans>
              </LinkButton>
              <Button look="secondary" onClick={onAnother}>
                <Trans>Invite from another file</Trans>
              </Button>
            </>
          )}
        </div>
      </div>
      {rows.length > 0 && (
        <Table label={t`What came of each row`} columns={[t`Name`, t`E-mail address`, t`Outcome`]} stacks>
          {rows.map((row) => (
            <Row key={row.row} row={row} />
          ))}
        </Table>
      )}
    </div>
  );
};

const Row = ({ row: { name, email, outcome, user, errors = [] } }: { readonly row: ImportedRow }) => (
  <tr>
    <th scope="row">{user === undefined ? name : <Link href={paths.person(user)}>{name}</Link>}</th>
    <td>{email}</td>
    <td>
      {outcome === "invited" && (
        <State tone="good">
          <Trans>Invited</Trans>
        </State>
      )}
      {outcome === "known" && (
        <State tone="off">
          <Trans>Was here already</Trans>
        </State>
      )}
      {outcome === "refused" && (
        <State tone="bad">
          <Trans>Not invited</Trans>
        </State>
      )}
      {errors.map(({ column, detail }) => (
        <p key={`${column} ${detail}`} className="field-wrong">
          <Reason sentence={detail} />
        </p>
      ))}
    </td>
  </tr>
);
