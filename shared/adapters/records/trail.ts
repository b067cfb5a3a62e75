import { AuditEntry } from "../../domain/audit.ts";
import { beginning, ChainHead, type Link, SealedEntry } from "../../domain/audit-chain.ts";
import { Checkpoint, Inclusion } from "../../domain/checkpoint.ts";
import type { AdministrationCode } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { parsed, parsedIfAny, parsedPage } from "./parsed.ts";

/** What has not been sealed yet stands under these; the stream tells of it (infra/functions.ts). */
const UNSEALED = "E#";
const SEALED = "S#";
const PROVEN = "C#";
const CHECKPOINTS = "CKP";

const padded = (position: number): string => String(position).padStart(12, "0");
const trail = (administration: AdministrationCode): string => `AUD#${administration}`;

/** Whose trail a partition is. */
export const administrationOf = (pk: string): AdministrationCode => pk.slice("AUD#".length);

export const headKey = (administration: AdministrationCode): Key => ({
  pk: trail(administration),
  sk: "HEAD",
});
export const headItem = (head: ChainHead): Item => ({ ...headKey(head.administration), schema: 1, ...head });

export const unsealedKey = ({ administration, id }: Pick<AuditEntry, "administration" | "id">): Key => ({
  pk: trail(administration),
  sk: `${UNSEALED}${id}`,
});

export const sealedKey = (administration: AdministrationCode, seq: number): Key => ({
  pk: trail(administration),
  sk: `${SEALED}${padded(seq)}`,
});
export const sealedItem = (sealed: SealedEntry): Item => ({
  ...sealedKey(sealed.entry.administration, sealed.seq),
  schema: 1,
  ...sealed,
});

export const inclusionKey = (administration: AdministrationCode, seq: number): Key => ({
  pk: trail(administration),
  sk: `${PROVEN}${padded(seq)}`,
});
export const inclusionItem = (inclusion: Inclusion): Item => ({
  ...inclusionKey(inclusion.head.administration, inclusion.head.seq),
  schema: 1,
  ...inclusion,
});

export const checkpointKey = (number: number): Key => ({ pk: CHECKPOINTS, sk: padded(number) });
export const checkpointItem = (checkpoint: Checkpoint): Item => ({
  ...checkpointKey(checkpoint.number),
  schema: 1,
  ...checkpoint,
});

export const chainHead = async (store: RecordStore, administration: AdministrationCode): Promise<ChainHead> =>
  parsedIfAny(ChainHead, await store.get(headKey(administration))) ?? beginning(administration);

/** The same unbelieved: undefined where what stands there is no end of this trail. */
export const headAsStored = async (
  store: RecordStore,
  administration: AdministrationCode,
): Promise<ChainHead | undefined> => {
  const item = await store.get(headKey(administration));
  if (item === undefined) return beginning(administration);
  const head = ChainHead.safeParse(item).data;
  return head?.administration === administration ? head : undefined;
};

/** The ends of those trails that have begun. */
export const chainHeads = async (
  store: RecordStore,
  administrations: readonly AdministrationCode[],
): Promise<readonly ChainHead[]> =>
  (await store.getMany(administrations.map(headKey)))
    .filter((item) => item !== undefined)
    .map((item) => parsed(ChainHead, item));

export const unsealedEntries = (store: RecordStore, administration: AdministrationCode, limit: number) =>
  parsedPage(store, AuditEntry, {
    pk: trail(administration),
    prefix: UNSEALED,
    limit,
    consistent: true,
    after: undefined,
  });

/** What stands at a position: its entry, or nothing where that cannot be read any more. */
export interface Place {
  readonly seq: number;
  readonly sealed: SealedEntry | undefined;
}

/** An entry that is not whole, or stands where it was not sealed, is not shown as one: the proof says what is wrong with it. */
const placeOf = (administration: AdministrationCode, item: Item): Place => {
  const seq = Number(item.sk.slice(SEALED.length));
  const { data } = SealedEntry.safeParse(item);
  const isHere = data?.seq === seq && data.entry.administration === administration;
  return { seq, sealed: isHere ? data : undefined };
};

/** What stands before a position, the newest first. */
export const newestPlaces = async (
  store: RecordStore,
  administration: AdministrationCode,
  limit: number,
  before: number,
) => {
  const { items, more } = await store.query({
    pk: trail(administration),
    prefix: SEALED,
    newestFirst: true,
    limit,
    consistent: true,
    after: sealedKey(administration, before).sk,
  });
  return { places: items.map((item) => placeOf(administration, item)), more };
};

const linkOf = ({ seq, prevHash, hash, entry }: Item): Link => ({ seq, prevHash, hash, entry });

/** What stands in a chain after a position, unparsed: it is to be verified, not believed. */
export const linksAfter = async (
  store: RecordStore,
  administration: AdministrationCode,
  seq: number,
  limit: number,
): Promise<readonly Link[]> => {
  const { items } = await store.query({
    pk: trail(administration),
    prefix: SEALED,
    limit,
    consistent: true,
    after: sealedKey(administration, seq).sk,
  });
  return items.map(linkOf);
};

export const linkAt = async (
  store: RecordStore,
  administration: AdministrationCode,
  seq: number,
): Promise<Link | undefined> => {
  const item = await store.get(sealedKey(administration, seq));
  return item && linkOf(item);
};

/** Where checkpoints hold ends of this trail, after a position, with those checkpoints; what is broken is undefined. */
export const provenAfter = async (
  store: RecordStore,
  administration: AdministrationCode,
  seq: number,
  limit: number,
) => {
  const { items } = await store.query({
    pk: trail(administration),
    prefix: PROVEN,
    limit,
    consistent: true,
    after: inclusionKey(administration, seq).sk,
  });
  return withCheckpoints(store, items);
};

/** The newest end of this trail that a checkpoint holds. */
export const newestProven = async (store: RecordStore, administration: AdministrationCode) => {
  const { items } = await store.query({
    pk: trail(administration),
    prefix: PROVEN,
    newestFirst: true,
    limit: 1,
    consistent: true,
  });
  return (await withCheckpoints(store, items))[0];
};

const withCheckpoints = async (store: RecordStore, items: readonly Item[]) => {
  const inclusions = items.map((item) => ({
    seq: Number(item.sk.slice(PROVEN.length)),
    inclusion: Inclusion.safeParse(item).data,
  }));
  const checkpoints = await store.getMany(
    inclusions.map(({ inclusion }) => checkpointKey(inclusion?.number ?? 0)),
  );
  return inclusions.map(({ seq, inclusion }, n) => ({
    seq,
    inclusion,
    checkpoint: Checkpoint.safeParse(checkpoints[n]).data,
  }));
};

/** 0 where there is none. */
export const newestCheckpointNumber = async (store: RecordStore): Promise<number> => {
  const { items } = await store.query({ pk: CHECKPOINTS, newestFirst: true, limit: 1, consistent: true });
  return Number(items[0]?.sk ?? 0);
};

export const newestCheckpoints = (store: RecordStore, limit: number, before?: string) =>
  parsedPage(store, Checkpoint, {
    pk: CHECKPOINTS,
    newestFirst: true,
    limit,
    consistent: true,
    after: before === undefined ? undefined : padded(Number(before)),
  });
