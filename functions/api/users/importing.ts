import type { Circumstances } from "../../../shared/adapters/records/change.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { importItem, importOf } from "../../../shared/adapters/records/imports.ts";
import { getUser, userAddressKey } from "../../../shared/adapters/records/users.ts";
import type { ImportedRow, users } from "../../../shared/contract/users.ts";
import { MOST_ROWS, type ReadRow, readPeople } from "../../../shared/domain/people-import.ts";
import { mayGive } from "../../../shared/domain/permissions.ts";
import { invalid, Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assignableRoles, type Caller } from "../../../shared/domain/user.ts";
import type { Command } from "../../runtime/request.ts";
import { assertStillInOffice } from "./access.ts";
import { invitation, invited } from "./invitation.ts";

/** Rows that are worked on at a time. Each is a transaction of its own: no row waits for another, and none refuses one. */
const TOGETHER = 10;

/** Invites the people of a file. Whatever was killed, a repetition finds whom it invited and goes on with the others. */
export const importing = ({ store }: { readonly store: RecordStore }) => {
  const holderOf = async (caller: Caller, email: string) => {
    const address = await store.get(userAddressKey(caller.administration, email));
    return address && getUser(store, caller.administration, String(address["user"]));
  };

  const inviteRow = async (
    { row, name, email, roles, errors }: ReadRow,
    caller: Caller,
    circumstances: Circumstances,
    importedBy: string,
  ): Promise<ImportedRow> => {
    if (errors.length > 0) return { row, name, email, outcome: "refused", errors: [...errors] };
    const recognise = async (): Promise<ImportedRow | undefined> => {
      const holder = await holderOf(caller, email);
      if (holder === undefined) return undefined;
      const outcome = holder.importedBy === importedBy ? ("invited" as const) : ("known" as const);
      return { row, name, email, outcome, user: holder.id };
    };
    const earlier = await recognise();
    if (earlier !== undefined) return earlier;
    const user = invited(
      { name, email, roles: [...roles], administration: caller.administration, importedBy },
      circumstances,
    );
    try {
      await commit(store, circumstances, await invitation(store, user, circumstances.now));
      return { row, name, email, outcome: "invited", user: user.id };
    } catch (error) {
      // Somebody else had the address at this moment: another invitation, or this import, sent twice.
      const overtaken = error instanceof Problem ? await recognise() : undefined;
      if (overtaken === undefined) throw error;
      return overtaken;
    }
  };

  const importPeople: Command<(typeof users)["import"]> = {
    perform: async ({ body, caller, circumstances }) => {
      const existing = assignableRoles(caller.administrationKind);
      const file = readPeople(body.csv, (role) => existing.includes(role) && mayGive(caller, role));
      if ("refusal" in file) throw invalid("/csv", file.refusal);
      if (file.rows.length > MOST_ROWS)
        throw invalid("/csv", `A request takes up to ${MOST_ROWS} people. Send the others in another one.`);
      const id = circumstances.newId();
      const { idempotency, ...each } = circumstances;
      const importedBy = idempotency === undefined ? id : `${idempotency.pk}#${idempotency.bodyHash}`;
      const rows: ImportedRow[] = [];
      for (let n = 0; n < file.rows.length; n += TOGETHER) {
        // An account that is closed meanwhile invites nobody more.
        await assertStillInOffice(store, caller);
        rows.push(
          ...(await Promise.all(
            file.rows.slice(n, n + TOGETHER).map((row) => inviteRow(row, caller, each, importedBy)),
          )),
        );
      }
      const count = (outcome: ImportedRow["outcome"]): number =>
        rows.filter((row) => row.outcome === outcome).length;
      await commit(store, circumstances, {
        action: "users.import",
        subject: id,
        detail: { invited: count("invited"), known: count("known"), refused: count("refused") },
        steps: [{ put: importItem(caller.administration, id, rows, circumstances.now) }],
      });
      return { subject: id };
    },
    render: async (id, { caller }) => {
      const rows = await importOf(store, caller.administration, id);
      if (rows === undefined) throw unknown();
      return { body: { rows } };
    },
  };

  return { import: importPeople };
};
