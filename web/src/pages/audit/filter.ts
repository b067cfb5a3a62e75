import type { Actor } from "../../../../shared/contract/audit.ts";
import { AlertReference } from "../../../../shared/domain/alert-reference.ts";
import { beginningOf } from "../../i18n/days.ts";
import { readersZone } from "../../i18n/format.ts";
import type { AuditFilter } from "../../path-builder.ts";

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
