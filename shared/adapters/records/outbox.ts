import type { Id, Instant } from "../../domain/identifiers.ts";
import { OutboxEntry, type OutboxWork } from "../../domain/outbox.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { parsed, parsedIfAny } from "./parsed.ts";

/** The outbox is spread over this many partitions, so that releases do not queue up behind one of them. */
const PARTITIONS = 16;
/** Entries of one partition that one sweep takes up; the rest is the next one's. */
const SWEPT = 50;

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

/** What was committed before an instant and is still to be carried out, the oldest of each partition first. */
export const waitingOutbox = async (store: RecordStore, before: Instant): Promise<readonly OutboxEntry[]> => {
  const pages = await Promise.all(
    Array.from({ length: PARTITIONS }, (_, n) =>
      store.query({ pk: `OUT#${n}`, limit: SWEPT, consistent: true }),
    ),
  );
  return pages
    .flatMap(({ items }) => items.map((item) => parsed(OutboxEntry, item)))
    .filter(({ at }) => at < before);
};
