import type { Actor } from "../../../../shared/contract/audit.ts";
import { AlertReference } from "../../../../shared/domain/alert-reference.ts";
import type { AuditFilter } from "../../path-builder.ts";

/** The first instant of a day in the reader's zone, some days later if so; undefined for what is no day. */
const beginningOf = (day: string | undefined, later = 0): Date | undefined => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "") ?? [];
  if (year === undefined) return undefined;
  const found = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return Number.isNaN(found.getTime()) ? undefined : found;
};

/** A filter as the API takes it: days are those of the reader's own zone, both included. */
export const auditQuery = ({ of, who, what, about, from, to }: AuditFilter) => {
  const end = beginningOf(to, 1);
  return {
    administration: of,
    actor: who,
    action: what,
    subject: about,
    from: beginningOf(from)?.toISOString(),
    to: end && new Date(end.getTime() - 1).toISOString(),
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
