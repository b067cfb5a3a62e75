import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { registrationKey } from "../../../shared/adapters/records/registrations.ts";
import { systemAccountKey } from "../../../shared/adapters/records/system-accounts.ts";
import { userKey } from "../../../shared/adapters/records/users.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import { type AdministrationCode, Id } from "../../../shared/domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../../shared/domain/record-store.ts";

/** What an entry's ids are called. */
export interface Names {
  readonly actorName?: string;
  readonly subjectName?: string;
}

/** Keys that one request of the store takes. */
const ASKED_AT_ONCE = 100;

const addressOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

const people = (administration: AdministrationCode, id: string): readonly Key[] =>
  Id.safeParse(id).success ? [userKey(administration, id), systemAccountKey(administration, id)] : [];

/**
 * Where the name of what an entry is about is kept. A group's is not asked for: it may have another one since the administration was
 * in it.
 */
const subjectKeys = ({ administration, action, subject }: AuditEntry): readonly Key[] => {
  const isId = Id.safeParse(subject).success;
  switch (action.split(".")[0]) {
    case "alerts":
      return isId ? [headKey(subject)] : [];
    case "registrations":
      return isId ? [registrationKey(subject)] : [];
    case "users":
    case "system-accounts":
      return people(administration, subject);
    default:
      return [];
  }
};

/** A draft's title is no name: a trail tells nothing of what an alert says. */
const nameIn = (item: Item | undefined): string | undefined => {
  const name = item?.["reference"] ?? item?.["name"];
  return typeof name === "string" ? name : undefined;
};

/**
 * Whether an alert was the administration's own, or released when it was shown or handed to it: of another's draft, which a
 * reviewer may read, the trail does not tell later on that it was released.
 */
const mayName = (entry: AuditEntry, item: Item | undefined): boolean =>
  !entry.action.startsWith("alerts.") ||
  item?.["administration"] === entry.administration ||
  entry.detail?.["version"] !== undefined ||
  entry.action.startsWith("alerts.acknowledge");

/** Names beside the ids of a page's entries, in a few reads whatever the page holds. */
export const naming = async (
  store: RecordStore,
  entries: readonly AuditEntry[],
): Promise<(entry: AuditEntry) => Names> => {
  const wanted = new Map(
    entries
      .flatMap((entry) => [...people(entry.administration, entry.actor), ...subjectKeys(entry)])
      .map((key) => [addressOf(key), key]),
  );
  const keys = [...wanted.values()];
  const parts = Array.from({ length: Math.ceil(keys.length / ASKED_AT_ONCE) }, (_, n) =>
    keys.slice(n * ASKED_AT_ONCE, (n + 1) * ASKED_AT_ONCE),
  );
  const items = (await Promise.all(parts.map((part) => store.getMany(part)))).flat();
  const found = new Map(keys.map((key, n) => [addressOf(key), items[n]]));
  const itemOf = (asked: readonly Key[]): Item | undefined =>
    asked.map((key) => found.get(addressOf(key))).find((item) => item !== undefined);
  return (entry) => {
    const actorName = nameIn(itemOf(people(entry.administration, entry.actor)));
    const subject = itemOf(subjectKeys(entry));
    const subjectName = mayName(entry, subject) ? nameIn(subject) : undefined;
    return {
      ...(actorName === undefined ? {} : { actorName }),
      ...(subjectName === undefined ? {} : { subjectName }),
    };
  };
};
