import { type ImportedRow, users } from "../../../../shared/contract/users.ts";
import { writeCsv } from "../../../../shared/domain/csv.ts";
import { importColumns, type ReadRow } from "../../../../shared/domain/people-import.ts";
import { call } from "../../api/api.ts";
import { createWork } from "../audit/work.ts";

/** What came of the rows that were sent so far. */
export interface Imported {
  /** Names the requests, so that a part that is sent again is the same one. */
  readonly id: string;
  readonly all: readonly ReadRow[];
  readonly rows: readonly ImportedRow[];
}

/** Rows of one request: few enough that the bar moves. */
const PART = 20;

export const peopleImport = createWork<Imported>();

const csvOf = (rows: readonly ReadRow[]): string =>
  writeCsv([importColumns, ...rows.map(({ name, email, roles }) => [name, email, roles.join(" ")])]);

export const nothingImported = (all: readonly ReadRow[]): Imported => ({
  id: crypto.randomUUID(),
  all,
  rows: [],
});

/** Invites people part by part; from what is done already where it goes on after a failure. */
export const importPeople = (owner: string, from: Imported): Promise<void> =>
  peopleImport.start({
    owner,
    from,
    run: async (tell, signal) => {
      let done = from;
      while (done.rows.length < done.all.length) {
        const part = done.all.slice(done.rows.length, done.rows.length + PART);
        const { data } = await call(
          users.import,
          { body: { csv: csvOf(part) }, idempotencyKey: `${done.id}-${done.rows.length}` },
          { signal },
        );
        // In the order in which they were sent, and with the numbers that they have in the file.
        const outcomes = data.rows.map((outcome, n) => ({ ...outcome, row: part[n]?.row ?? outcome.row }));
        done = { ...done, rows: [...done.rows, ...outcomes] };
        tell(done);
      }
    },
  });

/** What a spreadsheet begins with. */
export const template = (): Blob =>
  new Blob([writeCsv([importColumns, ["A. Officer", "a.officer@customs.example", "officer duty"]])], {
    type: "text/csv",
  });
