import * as z from "zod/mini";
import type { Id, Instant } from "../../domain/identifiers.ts";
import { OutboxEntry, type OutboxWork } from "../../domain/outbox.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { parsedIfAny } from "./parsed.ts";

/** The outbox is spread over this many partitions, so that releases do not queue up behind one of them. */
const PARTITIONS = 16;
/** Entries of one partition that are read at once. */
const PAGE = 50;

export const outboxKey = (id: Id): Key => ({
  pk: `OUT#${Number.parseInt(id.slice(-2), 16) % PARTITIONS}`,
  sk: id,
});

export const outboxItem = (id: Id, at: Instant, work: OutboxWork): Item => ({
  ...outboxKey(id),
  schema: 1,
  id,
  at,
  work,
});

export const outboxEntryAt = async (store: RecordStore, key: Key): Promise<OutboxEntry | undefined> =>
  parsedIfAny(OutboxEntry, await store.get(key));

export const outboxPartitions: readonly number[] = Array.from({ length: PARTITIONS }, (_, n) => n);

/**
 * What one partition holds that was committed before an instant, the oldest first; read on for as long as more is asked for. Each
 * entry is parsed by itself, and one that cannot be read is its error: it keeps no other from being carried out.
 */
export async function* waitingIn(
  store: RecordStore,
  partition: number,
  before: Instant,
): AsyncGenerator<OutboxEntry | Error> {
  const pk = `OUT#${partition}`;
  let after: string | undefined;
  do {
    const position = after === undefined ? {} : { after };
    const { items, more } = await store.query({ pk, limit: PAGE, consistent: true, ...position });
    for (const item of items) {
      const read = z.safeParse(OutboxEntry, item);
      if (!read.success) yield new Error(`The outbox entry ${item.sk} cannot be read`, { cause: read.error });
      else if (read.data.at < before) yield read.data;
    }
    after = more ? items.at(-1)?.sk : undefined;
  } while (after !== undefined);
}

/** All of it, for whoever watches the outbox; an entry that cannot be read is thrown. */
export const waitingOutbox = async (store: RecordStore, before: Instant): Promise<readonly OutboxEntry[]> => {
  const waiting: OutboxEntry[] = [];
  for (const partition of outboxPartitions)
    for await (const entry of waitingIn(store, partition, before)) {
      if (entry instanceof Error) throw entry;
      waiting.push(entry);
    }
  return waiting;
};
