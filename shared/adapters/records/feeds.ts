import { AlertSummary } from "../../domain/alert-summary.ts";
import type { Scope } from "../../domain/audience.ts";
import { isWithin, placesOf, type Span } from "../../domain/group-feeds.ts";
import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { acknowledgementKey, pointerKey, toAcknowledgeKey } from "./alerts.ts";
import { parsed } from "./parsed.ts";

export interface Pointer {
  readonly position: Id;
  readonly summary: AlertSummary;
}

export const pointer = (item: Item): Pointer => ({
  position: String(item["position"]),
  summary: parsed(AlertSummary, item["summary"] as Item),
});

/** A feed, and what of it the reader may come past. */
export interface FeedPart {
  readonly scope: Scope;
  readonly spans: readonly Span[];
}

/** Up to so many rows of a span, and not one beside it. */
const rowsWithin = async (
  store: RecordStore,
  scope: Scope,
  span: Span,
  count: number,
  after: string | undefined,
): Promise<readonly Pointer[]> => {
  const { first, last } = placesOf(span);
  const rows: Pointer[] = [];
  let from = [after, last].filter((place) => place !== undefined).sort()[0];
  while (first === undefined || from === undefined || from > first) {
    const position = from === undefined ? {} : { after: from };
    const page = await store.query({
      pk: `FEED#${scope}`,
      newestFirst: true,
      limit: count - rows.length,
      consistent: true,
      ...position,
    });
    rows.push(...page.items.map(pointer).filter(({ summary }) => isWithin(span, summary.releasedAt)));
    from = page.items.at(-1)?.sk;
    if (rows.length === count || !page.more || from === undefined) break;
  }
  return rows;
};

const rowsOf = async (
  store: RecordStore,
  { scope, spans }: FeedPart,
  count: number,
  after: string | undefined,
): Promise<readonly Pointer[]> => {
  const rows: Pointer[] = [];
  for (const span of spans)
    if (rows.length < count) rows.push(...(await rowsWithin(store, scope, span, count - rows.length, after)));
  return rows;
};

/** Rows of a list, and the place after which it goes on. */
export interface Rows {
  readonly items: readonly Pointer[];
  readonly next?: Id | undefined;
}

const pageOf = (items: readonly Pointer[], more: boolean): Rows => ({
  items,
  ...(more ? { next: items.at(-1)?.position } : {}),
});

/**
 * The newest rows of several feeds in one order, each alert once; `next` when there are further ones that the reader may come past: one
 * is read more than is shown, so that nothing else tells of them.
 */
export const mergedFeed = async (
  store: RecordStore,
  parts: readonly FeedPart[],
  limit: number,
  after: string | undefined,
): Promise<Rows> => {
  const found = await Promise.all(parts.map((part) => rowsOf(store, part, limit + 1, after)));
  const rows = new Map(found.flat().map((row) => [row.position, row]));
  const sorted = [...rows.values()].sort((a, b) => (a.position < b.position ? 1 : -1));
  return pageOf(sorted.slice(0, limit), sorted.length > limit);
};

/** What an administration has still to acknowledge, newest first: places in feeds, and which feeds. */
export const openPlaces = async (
  store: RecordStore,
  administration: AdministrationCode,
  span: Span,
  limit: number,
  after: string | undefined,
): Promise<{ readonly places: readonly Key[]; readonly next?: Id | undefined }> => {
  const { first, last } = placesOf(span);
  const from = [after, last].filter((place) => place !== undefined).sort()[0];
  const page = await store.query({
    pk: `TODO#${administration}`,
    newestFirst: true,
    limit,
    consistent: true,
    ...(from === undefined ? {} : { after: from }),
  });
  const within = page.items.filter(({ sk }) => first === undefined || sk > first);
  const more = page.more && within.length === page.items.length;
  return {
    places: within.map((item) => pointerKey(item["scope"] as Scope, item.sk)),
    ...(more ? { next: within.at(-1)?.sk } : {}),
  };
};

/** Rows to acknowledge, newest first, through the administration's own list of them. */
export const listToAcknowledge = async (
  store: RecordStore,
  administration: AdministrationCode,
  span: Span,
  limit: number,
  after: string | undefined,
): Promise<Rows> => {
  const { places, next } = await openPlaces(store, administration, span, limit, after);
  const rows = await store.getMany(places);
  return {
    items: rows
      .filter((row) => row !== undefined)
      .map(pointer)
      .filter(({ summary }) => isWithin(span, summary.releasedAt)),
    next,
  };
};

/** Whether what is to be acknowledged was not yet, or in an earlier version than the one that asks for it. */
const isAsked = (asks: Item | undefined, acknowledgement: Item | undefined): boolean =>
  asks !== undefined &&
  (acknowledgement === undefined || Number(acknowledgement["version"] ?? 1) < Number(asks["version"] ?? 1));

/** Which of these rows the administration has still to acknowledge, or to confirm the recall of. */
export const stillToAcknowledge = async (
  store: RecordStore,
  administration: AdministrationCode,
  rows: readonly Pointer[],
): Promise<ReadonlySet<Id>> => {
  const found = await store.getMany(
    rows.flatMap(({ position, summary }) => [
      toAcknowledgeKey(administration, position),
      acknowledgementKey(summary.id, administration),
    ]),
  );
  return new Set(
    rows
      .filter((_, n) => found[n * 2]?.["recalled"] === true || isAsked(found[n * 2], found[n * 2 + 1]))
      .map(({ summary }) => summary.id),
  );
};
