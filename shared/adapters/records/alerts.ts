import { Acknowledgement } from "../../domain/acknowledgement.ts";
import { AlertHead, AlertVersion, Draft } from "../../domain/alert.ts";
import { AlertSummary } from "../../domain/alert-summary.ts";
import type { Scope } from "../../domain/audience.ts";
import { isWithin, placesOf, type Span } from "../../domain/group-feeds.ts";
import type { AdministrationCode, Id, Instant } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { Review } from "../../domain/review.ts";
import { headKey } from "./alert-places.ts";
import { parsed, parsedIfAny, parsedPage } from "./parsed.ts";
import { reviewKey } from "./reviews.ts";

export const draftKey = (administration: AdministrationCode, id: Id): Key => ({
  pk: `DRAFT#${administration}`,
  sk: id,
});
export const draftItem = (draft: Draft): Item => ({
  ...draftKey(draft.administration, draft.id),
  schema: 1,
  ...draft,
});

export const headItem = (head: AlertHead): Item => ({ ...headKey(head.id), schema: 1, ...head });

const versionName = (version: number): string => String(version).padStart(4, "0");
const versionKey = (id: Id, version: number): Key => ({
  pk: `ALT#${id}`,
  sk: `V#${versionName(version)}`,
});
export const versionItem = (version: AlertVersion): Item => ({
  ...versionKey(version.alert, version.version),
  schema: 1,
  ...version,
});

export const acknowledgementKey = (id: Id, administration: AdministrationCode): Key => ({
  pk: `ALT#${id}`,
  sk: `ACK#${administration}`,
});
export const readKey = (id: Id, administration: AdministrationCode): Key => ({
  pk: `ALT#${id}`,
  sk: `READ#${administration}`,
});

/** Where it is written, after a publish, to whom one version was handed, so that it is not handed over twice. */
export const deliveryKey = (
  id: Id,
  version: number,
  administration: AdministrationCode,
  topic: string,
  language: string,
): Key => ({
  pk: `ALT#${id}`,
  sk: `DLV#${versionName(version)}#${administration}#${topic}#${language}#duty`,
});

/** What was handed to one administration: when, and to which of its endpoints. */
export const deliveryItem = (
  key: Key,
  delivery: {
    readonly administration: AdministrationCode;
    readonly at: Instant;
    readonly to: readonly string[];
  },
): Item => ({ ...key, schema: 1, ...delivery });

/** A row of a feed. `position` is the UUIDv7 made at the release: feeds read newest first by it. */
export const pointerKey = (scope: Scope, position: Id): Key => ({ pk: `FEED#${scope}`, sk: position });
export const pointerItem = (scope: Scope, position: Id, summary: AlertSummary): Item => ({
  ...pointerKey(scope, position),
  schema: 1,
  position,
  summary,
});

/** What an administration has still to acknowledge; names the feed's row. */
export const toAcknowledgeKey = (administration: AdministrationCode, position: Id): Key => ({
  pk: `TODO#${administration}`,
  sk: position,
});

/** `scope` names the feed that holds the row. */
export const toAcknowledgeItem = (administration: AdministrationCode, position: Id, scope: Scope): Item => ({
  ...toAcknowledgeKey(administration, position),
  schema: 1,
  scope,
});

export const counterKey = (group: string, year: number): Key => ({
  pk: `REF#${group}#${year}`,
  sk: "COUNTER",
});

/** An alert by id as one administration can reach it: its own draft, or whatever was released. One request. */
export const findAlert = async (store: RecordStore, reader: AdministrationCode, id: Id) => {
  const [head, draft, review, acknowledgement] = await store.getMany([
    headKey(id),
    draftKey(reader, id),
    reviewKey(id),
    acknowledgementKey(id, reader),
  ]);
  return {
    isAcknowledged: acknowledgement !== undefined,
    head: parsedIfAny(AlertHead, head),
    draft: parsedIfAny(Draft, draft),
    review: parsedIfAny(Review, review),
  };
};

export const getDraft = async (store: RecordStore, administration: AdministrationCode, id: Id) =>
  parsedIfAny(Draft, await store.get(draftKey(administration, id)));

export const getVersion = async (store: RecordStore, id: Id, version: number) =>
  parsedIfAny(AlertVersion, await store.get(versionKey(id, version)));

/** A released version with its head. Throws when there is none: who asks was told that there is. */
export const getRelease = async (store: RecordStore, id: Id, version: number) => {
  const [headFound, versionFound] = await store.getMany([headKey(id), versionKey(id, version)]);
  const head = parsedIfAny(AlertHead, headFound);
  const found = parsedIfAny(AlertVersion, versionFound);
  if (head === undefined || found === undefined) throw new Error(`Alert ${id} has no version ${version}`);
  return { head, content: found.content };
};

export const listDrafts = (
  store: RecordStore,
  administration: AdministrationCode,
  limit: number,
  after?: string,
) =>
  parsedPage(store, Draft, {
    pk: `DRAFT#${administration}`,
    newestFirst: true,
    limit,
    consistent: true,
    after,
  });

export interface Pointer {
  readonly position: Id;
  readonly summary: AlertSummary;
}

const pointer = (item: Item): Pointer => ({
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

/**
 * The newest rows of several feeds in one order, each alert once; `more` when there are further ones that the reader may come past: one
 * is read more than is shown, so that nothing else tells of them.
 */
export const mergedFeed = async (
  store: RecordStore,
  parts: readonly FeedPart[],
  limit: number,
  after: string | undefined,
): Promise<{ readonly items: readonly Pointer[]; readonly more: boolean }> => {
  const found = await Promise.all(parts.map((part) => rowsOf(store, part, limit + 1, after)));
  const rows = new Map(found.flat().map((row) => [row.position, row]));
  const sorted = [...rows.values()].sort((a, b) => (a.position < b.position ? 1 : -1));
  return { items: sorted.slice(0, limit), more: sorted.length > limit };
};

/** Rows to acknowledge, newest first, through the administration's own list of them. */
export const listToAcknowledge = async (
  store: RecordStore,
  administration: AdministrationCode,
  limit: number,
  after: string | undefined,
): Promise<{ readonly items: readonly Pointer[]; readonly more: boolean }> => {
  const page = await store.query({
    pk: `TODO#${administration}`,
    newestFirst: true,
    limit,
    consistent: true,
    ...(after === undefined ? {} : { after }),
  });
  const rows = await store.getMany(page.items.map((item) => pointerKey(item["scope"] as Scope, item.sk)));
  return { items: rows.filter((row) => row !== undefined).map(pointer), more: page.more };
};

/** Which of these rows the administration has still to acknowledge: listed for it, and no acknowledgement yet. */
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
      .filter((_, n) => found[n * 2] !== undefined && found[n * 2 + 1] === undefined)
      .map(({ summary }) => summary.id),
  );
};

/** Everything the ledger of an alert is made of, of all administrations or of one. */
export const ledgerItems = async (store: RecordStore, id: Id, of: AdministrationCode | undefined) => {
  const suffix = of ?? "";
  const [acknowledgements, reads, deliveries] = await Promise.all(
    [`ACK#${suffix}`, `READ#${suffix}`, "DLV#"].map((prefix) =>
      store.query({ pk: `ALT#${id}`, prefix, consistent: true }),
    ),
  );
  const own = (item: Item): boolean => of === undefined || item["administration"] === of;
  return {
    acknowledgements: (acknowledgements?.items ?? [])
      .filter(own)
      .map((item) => parsed(Acknowledgement, item)),
    reads: (reads?.items ?? []).filter(own).map((item) => ({
      administration: String(item["administration"]),
      at: String(item["at"]) as Instant,
    })),
    deliveries: (deliveries?.items ?? []).filter(own).map((item) => ({
      administration: String(item["administration"]),
      at: String(item["at"]) as Instant,
      to: (item["to"] as readonly string[]).length,
    })),
  };
};
