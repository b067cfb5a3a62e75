import { alertByReference } from "../../../shared/adapters/records/alert-places.ts";
import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import {
  chainHead,
  newestCheckpoints,
  newestPlaces,
  type Place,
} from "../../../shared/adapters/records/trail.ts";
import type { audit, DamagedEntry, TrailEntry } from "../../../shared/contract/audit.ts";
import { AlertReference } from "../../../shared/domain/alert-reference.ts";
import { type AuditEntry, overseen, type ShownEntry } from "../../../shared/domain/audit.ts";
import type { SealedEntry } from "../../../shared/domain/audit-chain.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Read, Request } from "../../runtime/request.ts";
import { firstAfter } from "./finding-times.ts";
import { naming } from "./naming.ts";
import { whoseTrail } from "./whose.ts";

type Contract = typeof audit;
type Query = Request<Contract["list"]>["query"];

/** Entries that one request looks through for a filter; a page may then be short, and has a cursor. */
const LOOKED_THROUGH = 1000;
/** Entries stand in the order of their sealing, which is that of their times but for what was under way at once. */
const DISORDER_MS = 120_000;

const shifted = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

const matches =
  ({ actor, action, subject, from, to }: Query) =>
  (entry: ShownEntry): boolean =>
    (actor === undefined || entry.actor === actor) &&
    (action === undefined || entry.action === action || entry.action.startsWith(`${action}.`)) &&
    (subject === undefined || entry.subject === subject) &&
    (from === undefined || entry.at >= from) &&
    (to === undefined || entry.at <= to);

export const reading = ({ store }: { readonly store: RecordStore }) => {
  /** The position before which the entries of a time stand, found in some forty reads however long the trail is. */
  const before = async (administration: string, { to }: Query): Promise<number> => {
    const { seq } = await chainHead(store, administration);
    return to === undefined ? seq + 1 : firstAfter(store, administration, seq, shifted(to, DISORDER_MS));
  };

  /** The query with the id of the alert in the place of its reference, which is looked for and answered the same where there is none. */
  const byId = async (query: Query): Promise<Query> => {
    const reference = AlertReference.safeParse(query.subject).data;
    if (reference === undefined) return query;
    return { ...query, subject: (await alertByReference(store, reference)) ?? reference };
  };

  /**
   * What the filter finds in what the reader is shown: what is left out cannot be searched for. A damaged entry is found by every filter,
   * since it may be what is looked for.
   */
  const find = async (
    administration: string,
    query: Query,
    start: number,
    show: (entry: AuditEntry) => ShownEntry,
  ) => {
    const earliest = query.from === undefined ? undefined : shifted(query.from, -DISORDER_MS);
    const wanted = matches(query);
    const unfiltered = [query.actor, query.action, query.subject, query.from].every((x) => x === undefined);
    const found: Place[] = [];
    let position = start;
    for (let looked = 0; looked < LOOKED_THROUGH && position > 1; ) {
      const limit = unfiltered ? query.limit - found.length : 250;
      const { places, more } = await newestPlaces(store, administration, limit, position);
      for (const place of places) {
        const entry = place.sealed?.entry;
        if (entry !== undefined && earliest !== undefined && entry.at < earliest)
          return { found, next: undefined };
        position = place.seq;
        if (entry === undefined || wanted(show(entry))) found.push(place);
        if (found.length === query.limit) return { found, next: position > 1 ? position : undefined };
      }
      looked += places.length;
      if (!more) return { found, next: undefined };
    }
    return { found, next: position > 1 ? position : undefined };
  };

  /** Another administration's entries are shown without what they are about and without names. */
  const rows = async (found: readonly Place[], isOwn: boolean): Promise<(TrailEntry | DamagedEntry)[]> => {
    const entries = found.flatMap(({ sealed }) => sealed?.entry ?? []);
    const namesOf = isOwn ? await naming(store, entries) : undefined;
    const row = (sealed: SealedEntry): TrailEntry =>
      namesOf === undefined
        ? { ...sealed, entry: overseen(sealed.entry) }
        : { ...sealed, ...namesOf(sealed.entry) };
    return found.map(({ seq, sealed }) => (sealed === undefined ? { seq, damaged: true } : row(sealed)));
  };

  const list: Read<Contract["list"]> = async ({ query, caller, circumstances }) => {
    const administration = await whoseTrail(store, caller, query.administration);
    const { actor, action, subject, from, to } = query;
    const binding = [caller.id, "audit", administration, actor, action, subject, from, to];
    const position = positionOf(query.cursor, binding);
    const start = position === undefined ? await before(administration, query) : Number(position);
    const isOwn = administration === caller.administration;
    const show = isOwn ? (entry: AuditEntry) => entry : overseen;
    const { found, next } = await find(administration, await byId(query), start, show);
    const items = await rows(found, isOwn);
    await recordDisclosure(store, circumstances, {
      action: "audit.list",
      subject: administration,
      detail: { rows: items.length },
    });
    return pageAnswer(items, next === undefined ? undefined : String(next), binding);
  };

  const checkpoints: Read<Contract["checkpoints"]> = async ({ query, caller, circumstances }) => {
    const binding = [caller.id, "checkpoints"];
    const { items, more } = await newestCheckpoints(store, query.limit, positionOf(query.cursor, binding));
    await recordDisclosure(store, circumstances, {
      action: "audit.checkpoints",
      subject: caller.administration,
      detail: { rows: items.length },
    });
    return pageAnswer(items, more ? String(items.at(-1)?.number) : undefined, binding);
  };

  return { list, checkpoints };
};
