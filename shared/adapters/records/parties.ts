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

/** Earlier versions that are kept; with each change, the oldest beyond it falls away. */
const EARLIER = 50;

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

/** What falls away when one more is kept. */
export const beyondKept = async (store: RecordStore, alert: Id): Promise<readonly Write[]> =>
  (await earlierKeys(store, alert)).slice(0, -(EARLIER - 1)).map((key) => ({ delete: key }));

/** Everything of an alert's nominal data, as it is now, and how many versions it was. */
export const erasedParties = async (store: RecordStore, { alert, version }: Parties) => {
  const earlier = await earlierKeys(store, alert);
  const steps: readonly Write[] = [
    { delete: partiesKey(alert), when: { equals: { version } } },
    ...earlier.map((key) => ({ delete: key })),
  ];
  return { steps, versions: earlier.length + 1 };
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
