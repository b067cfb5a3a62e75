import type { Actor } from "../../../../shared/contract/audit.ts";
import { AlertReference } from "../../../../shared/domain/alert-reference.ts";
import { readersZone } from "../../i18n/format.ts";
import type { AuditFilter } from "../../path-builder.ts";

const DAY_MS = 86_400_000;

/** What a zone's clock shows at an instant, as if it were UTC. */
const clockAt = (instant: number, timeZone: string | undefined): number => {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
};

/**
 * The first instant of a day in a zone, some days later if so; undefined for what is no day. Where a clock is changed at midnight, one of
 * both offsets leads to another day, and the other to this one's first instant.
 */
const beginningOf = (day: string | undefined, zone: string | undefined, later = 0): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day ?? "")) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * DAY_MS;
  if (Number.isNaN(midnight)) return undefined;
  const offsets = [-DAY_MS, DAY_MS].map((away) => clockAt(midnight + away, zone) - midnight - away);
  return offsets
    .map((offset) => midnight - offset)
    .toSorted((one, other) => one - other)
    .find((instant) => clockAt(instant, zone) >= midnight);
};

/** A filter as the API takes it: days are those of the reader's own zone, both included. */
export const auditQuery = ({ of, who, what, about, from, to }: AuditFilter, zone = readersZone()) => {
  const [first, end] = [beginningOf(from, zone), beginningOf(to, zone, 1)];
  return {
    administration: of,
    actor: who,
    action: what,
    subject: about,
    from: first === undefined ? undefined : new Date(first).toISOString(),
    to: end === undefined ? undefined : new Date(end - 1).toISOString(),
  };
};

/** Whether somebody looks for something, and not at all of a trail. */
export const isFiltered = ({ of: _, ...rest }: AuditFilter): boolean =>
  Object.values(rest).some((part) => part !== undefined && part !== "");

export const isBackwards = ({ from, to }: AuditFilter): boolean =>
  from !== undefined && to !== undefined && from > to;

type Named = Pick<Actor, "id" | "name">;

/** What is looked for by what somebody wrote: a person or system by its name, an alert by its reference, anything else as it stands. */
export const soughtBy = (written: string, actors: readonly Named[]): string => {
  const text = written.trim();
  const named = actors.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return named?.id ?? AlertReference.safeParse(text).data ?? text;
};

/** The same as somebody reads it. */
export const writtenAs = (sought: string, actors: readonly Named[]): string =>
  actors.find(({ id }) => id === sought)?.name ?? sought;
