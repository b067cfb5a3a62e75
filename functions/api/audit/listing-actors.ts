import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { listSystemAccounts } from "../../../shared/adapters/records/system-accounts.ts";
import { listUsers } from "../../../shared/adapters/records/users.ts";
import type { Actor, audit } from "../../../shared/contract/audit.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Read } from "../../runtime/request.ts";

/** In whose names entries are: systems first, which are few, then people; each page is of one of both. */
export const listingActors = ({ store }: { readonly store: RecordStore }) => {
  const lists = { "system-account": listSystemAccounts, person: listUsers };
  type Kind = keyof typeof lists;

  const actors: Read<(typeof audit)["actors"]> = async ({ query, caller, circumstances }) => {
    const binding = [caller.id, "actors"];
    const position = positionOf(query.cursor, binding) ?? "SYS#";
    const kind: Kind = position.startsWith("SYS#") ? "system-account" : "person";
    const after = position.endsWith("#") ? undefined : position;
    const { items, more } = await lists[kind](store, caller.administration, query.limit, after);
    const rows = items.map(
      ({ id, name, deletedAt }): Actor => ({
        id,
        name,
        kind,
        ...(deletedAt === undefined ? {} : { deletedAt }),
      }),
    );
    await recordDisclosure(store, circumstances, {
      action: "audit.actors",
      subject: caller.administration,
      detail: { rows: rows.length },
    });
    const last = rows.at(-1)?.id;
    const prefix = kind === "person" ? "USR#" : "SYS#";
    const next = more && last !== undefined ? `${prefix}${last}` : kind === "person" ? undefined : "USR#";
    return pageAnswer(rows, next, binding);
  };

  return { actors };
};
