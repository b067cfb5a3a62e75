import type { AdministrationCode, Id, Instant } from "../../domain/identifiers.ts";
import { Parties } from "../../domain/parties.ts";
import {
  type Item,
  type Key,
  nominalPartition,
  type RecordStore,
  type Write,
} from "../../domain/record-store.ts";
import { parsedIfAny } from "./parsed.ts";
import { getHold, unheld } from "./party-holds.ts";

/** Earlier versions that are kept; with each change, the oldest beyond it falls away. */
const EARLIER = 50;
/** Of a transaction's hundred actions. */
const AT_ONCE = 80;

const dueOf = (administration: AdministrationCode): string => nominalPartition(`DUE#${administration}`);
const partition = (alert: Id): string => nominalPartition(`ALT#${alert}`);

const partiesKey = (alert: Id): Key => ({ pk: partition(alert), sk: "PARTIES" });

/** `lookAt`: when it is to be asked whether they are to be erased. The index holds that and the key alone. */
export const partiesItem = (parties: Parties, lookAt: Instant): Item => ({
  ...partiesKey(parties.alert),
  gsi1pk: dueOf(parties.administration),
  gsi1sk: `${lookAt}#${parties.alert}`,
  schema: 1,
  ...parties,
});

export const earlierItem = (parties: Parties): Item => ({
  pk: partition(parties.alert),
  sk: `P#${String(parties.version).padStart(4, "0")}`,
  schema: 1,
  ...parties,
});

export const getParties = async (store: RecordStore, alert: Id): Promise<Parties | undefined> =>
  parsedIfAny(Parties, await store.get(partiesKey(alert)));

const earlierKeys = async (store: RecordStore, alert: Id): Promise<readonly Key[]> =>
  (await store.query({ pk: partition(alert), prefix: "P#", consistent: true })).items.map(({ pk, sk }) => ({
    pk,
    sk,
  }));

/** What falls away when one more is kept; nothing does while they are held. */
export const beyondKept = async (store: RecordStore, alert: Id, now: Date): Promise<readonly Write[]> => {
  const beyond = (await earlierKeys(store, alert)).slice(0, -(EARLIER - 1));
  if (beyond.length === 0 || (await getHold(store, alert, now)) !== undefined) return [];
  return beyond.map((key) => ({ delete: key }));
};

/** Every earlier version; fails where they are held by then. What a hold let gather beyond one transaction goes before it. */
export const erasedEarlier = async (store: RecordStore, alert: Id, now: Date) => {
  const [keys, free] = await Promise.all([earlierKeys(store, alert), unheld(store, alert, now)]);
  const deletions = keys.map((key) => ({ delete: key }));
  await store.writeMany(deletions.slice(0, -AT_ONCE));
  return { steps: [free, ...deletions.slice(-AT_ONCE)] as readonly Write[], versions: keys.length };
};

/** Everything of an alert's nominal data, as it is now, and how many versions it was. That none is held is asked before. */
export const erasedParties = async (store: RecordStore, { alert, version }: Parties, now: Date) => {
  const { steps, versions } = await erasedEarlier(store, alert, now);
  const present: Write = { delete: partiesKey(alert), when: { equals: { version } } };
  return { steps: [present, ...steps], versions: versions + 1 };
};

/** The alerts of an administration whose nominal data are to be looked at by now, the longest due first. */
export const partiesDue = async (
  store: RecordStore,
  administration: AdministrationCode,
  now: Date,
  limit: number,
): Promise<readonly Parties[]> => {
  const { items } = await store.query({ pk: dueOf(administration), index: "gsi1", limit });
  const due = items.filter((item) => String(item["gsi1sk"]) <= now.toISOString());
  const found = await store.getMany(due.map(({ pk, sk }) => ({ pk, sk })));
  return found.filter((item) => item !== undefined).map((item) => Parties.parse(item));
};
