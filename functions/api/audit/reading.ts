import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { chainHead, newestCheckpoints, newestSealed } from "../../../shared/adapters/records/trail.ts";
import type { audit } from "../../../shared/contract/audit.ts";
import { type AuditEntry, overseen, type ShownEntry } from "../../../shared/domain/audit.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Read, Request } from "../../runtime/request.ts";
import { firstAfter } from "./finding-times.ts";
import { whoseTrail } from "./whose.ts";

type Contract = typeof audit;
type Query = Request<Contract["list"]>["query"];

/** Entries that one request looks through for a filter; a page may then be short, and has a cursor. */
const LOOKED_THROUGH = 1000;
/** Entries stand in the order of their sealing, which is that of their times but for what was under way at once. */
const DISORDER_MS = 120_000;

const shifted = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** A link of the chain with its entry as the reader may see it. */
interface ShownLink {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly entry: ShownEntry;
}

const matches =
  ({ actor, action, subject, from, to }: Query) =>
  ({ entry }: ShownLink): boolean =>
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

  /** What the filter finds in what the reader is shown: what is left out cannot be searched for. */
  const find = async (
    administration: string,
    query: Query,
    start: number,
    show: (entry: AuditEntry) => ShownEntry,
  ) => {
    const earliest = query.from === undefined ? undefined : shifted(query.from, -DISORDER_MS);
    const wanted = matches(query);
    const unfiltered = [query.actor, query.action, query.subject, query.from].every((x) => x === undefined);
    const found: ShownLink[] = [];
    let position = start;
    for (let looked = 0; looked < LOOKED_THROUGH && position > 1; ) {
      const limit = unfiltered ? query.limit - found.length : 250;
      const { items, more } = await newestSealed(store, administration, limit, position);
      for (const each of items) {
        if (earliest !== undefined && each.entry.at < earliest) return { found, next: undefined };
        position = each.seq;
        const shown = { ...each, entry: show(each.entry) };
        if (wanted(shown)) found.push(shown);
        if (found.length === query.limit) return { found, next: position > 1 ? position : undefined };
      }
      looked += items.length;
      if (!more) return { found, next: undefined };
    }
    return { found, next: position > 1 ? position : undefined };
  };

  const list: Read<Contract["list"]> = async ({ query, caller, circumstances }) => {
    const administration = await whoseTrail(store, caller, query.administration);
    const { actor, action, subject, from, to } = query;
    const binding = [caller.id, "audit", administration, actor, action, subject, from, to];
    const position = positionOf(query.cursor, binding);
    const start = position === undefined ? await before(administration, query) : Number(position);
    const show = administration === caller.administration ? (entry: AuditEntry) => entry : overseen;
    const { found, next } = await find(administration, query, start, show);
    await recordDisclosure(store, circumstances, {
      action: "audit.list",
      subject: administration,
      detail: { rows: found.length },
    });
    return pageAnswer(found, next === undefined ? undefined : String(next), binding);
  };

  const checkpoints: Read<Contract["checkpoints"]> = async ({ query, caller }) => {
    const binding = [caller.id, "checkpoints"];
    const { items, more } = await newestCheckpoints(store, query.limit, positionOf(query.cursor, binding));
    return pageAnswer(items, more ? String(items.at(-1)?.number) : undefined, binding);
  };

  return { list, checkpoints };
};
