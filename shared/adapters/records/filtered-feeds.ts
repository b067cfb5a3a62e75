import type { Asked } from "../../domain/alert-tokens.ts";
import type { Scope } from "../../domain/audience.ts";
import { isWithin, placesOf, type Span } from "../../domain/group-feeds.ts";
import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import type { RecordStore } from "../../domain/record-store.ts";
import { pointerKey } from "./alerts.ts";
import { type FeedPart, openPlaces, pointer, type Rows } from "./feeds.ts";
import { type Posting, postingOf, postingPartition } from "./postings.ts";

/** What a page that asks for more than one thing reads at most (data-model.md, Cost). */
const COMBINED = 500;

interface Found {
  readonly postings: readonly (Posting & { readonly scope: Scope })[];
  /** Where the reading stopped; absent where it came to the end of what the reader may come past. */
  readonly floor?: Id | undefined;
}

/** As {@link mergedFeed} reads a feed, a part's postings: none beside its spans counts or ends a page. */
const foundIn = async (
  store: RecordStore,
  { scope, spans }: FeedPart,
  { lead, facets }: Asked,
  most: number,
  after: Id | undefined,
): Promise<Found> => {
  const postings: Found["postings"][number][] = [];
  let left = most;
  let floor: Id | undefined;
  for (const span of spans) {
    const { first, last } = placesOf(span);
    let from = [after, last].filter((place) => place !== undefined).sort()[0];
    while (first === undefined || from === undefined || from > first) {
      if (left === 0) return { postings, floor };
      const page = await store.query({
        pk: postingPartition(scope, lead),
        newestFirst: true,
        limit: left,
        consistent: true,
        ...(from === undefined ? {} : { after: from }),
      });
      const within = page.items.map(postingOf).filter(({ releasedAt }) => isWithin(span, releasedAt));
      left -= within.length;
      floor = within.at(-1)?.position ?? floor;
      postings.push(
        ...within
          .filter((posting) => facets.every((each) => posting.facets.split(" ").includes(each)))
          .map((posting) => ({ ...posting, scope })),
      );
      from = page.items.at(-1)?.sk;
      if (!page.more || from === undefined) break;
      if (left === 0) return { postings, floor };
    }
  }
  return { postings };
};

interface Narrowed {
  readonly asked: Asked;
  readonly period: Span;
  /** Where only what this administration has still to acknowledge is asked for. */
  readonly openTo: AdministrationCode | undefined;
}

/**
 * The newest rows of several feeds that a filter finds. One filter reads a page's postings; several read {@link COMBINED} at most,
 * so that a page may be short, or empty, and go on. A row is shown as it is now: a posting of an earlier version finds nothing.
 */
export const filteredFeed = async (
  store: RecordStore,
  parts: readonly FeedPart[],
  { asked, period, openTo }: Narrowed,
  limit: number,
  after: Id | undefined,
): Promise<Rows> => {
  const lists = parts.length + (openTo === undefined ? 0 : 1);
  const isCombined = asked.facets.length > 0 || openTo !== undefined;
  const most = isCombined ? Math.floor(COMBINED / lists) : limit + 1;
  const [open, ...found] = await Promise.all([
    openTo === undefined ? undefined : openPlaces(store, openTo, period, most, after),
    ...parts.map((part) => foundIn(store, part, asked, most, after)),
  ]);
  const floors = [open?.next, ...found.map((part) => part.floor)].filter((each) => each !== undefined);
  const floor = floors.sort().at(-1);
  const places = open && new Set(open.places.map(({ sk }) => sk));
  // Below the last that is to be acknowledged there is nothing to be found.
  const isLast =
    open !== undefined && open.next === undefined && (open.places.at(-1)?.sk ?? "g") >= (floor ?? "");
  const all = new Map(
    found
      .flatMap(({ postings }) => postings)
      .filter(({ position }) => (floor === undefined || position >= floor) && places?.has(position) !== false)
      .map((posting) => [posting.position, posting]),
  );
  const sorted = [...all.values()].sort((one, other) => (one.position < other.position ? 1 : -1));
  const shown = sorted.slice(0, limit);
  const rows = await store.getMany(shown.map(({ scope, position }) => pointerKey(scope, position)));
  const items = rows.flatMap((row, n) => {
    const current = row && pointer(row);
    return current !== undefined && current.summary.version <= (shown[n]?.version ?? 0) ? [current] : [];
  });
  return { items, next: sorted.length > limit ? shown.at(-1)?.position : isLast ? undefined : floor };
};
