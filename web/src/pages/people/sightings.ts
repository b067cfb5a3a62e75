import type { Sighting } from "../../../../shared/contract/users.ts";
import { writeForSpreadsheet } from "../../../../shared/domain/csv.ts";

/** An alert that an account saw, however often, with whom to inform. */
export interface SeenAlert {
  readonly id: string;
  /** Absent of a draft, and of what was never released. */
  readonly reference: string | undefined;
  readonly author: string | undefined;
  readonly first: string;
  readonly last: string;
  readonly times: number;
}

const isOfAlert = ({ action, rows }: Sighting): boolean => action.startsWith("alerts.") && rows === undefined;

/** By author, whose own first come last: nobody has to be informed of those. */
export const seenAlerts = (sightings: readonly Sighting[], own: string): readonly SeenAlert[] => {
  const alerts = new Map<string, SeenAlert>();
  for (const { subject, at, reference, administration } of sightings.filter(isOfAlert)) {
    const before = alerts.get(subject);
    alerts.set(subject, {
      id: subject,
      reference: reference ?? before?.reference,
      author: administration ?? before?.author,
      first: before?.first ?? at,
      last: at,
      times: (before?.times ?? 0) + 1,
    });
  }
  const rank = ({ author }: SeenAlert): number => (author === undefined ? 1 : author === own ? 2 : 0);
  return [...alerts.values()].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.author ?? "").localeCompare(b.author ?? "") || a.first.localeCompare(b.first),
  );
};

/** Lists name none of what they showed; how many there were, and how many rows. */
export const listsSeen = (sightings: readonly Sighting[]) => {
  const lists = sightings.filter(({ action, rows }) => action.startsWith("alerts.") && rows !== undefined);
  return { lists: lists.length, rows: lists.reduce((sum, { rows = 0 }) => sum + rows, 0) };
};

/** Every entry, for whoever informs the authors. */
export const csvOf = (sightings: readonly Sighting[]): string =>
  writeForSpreadsheet([
    ["at", "action", "author", "reference", "subject", "rows"],
    ...sightings.map(({ at, action, administration = "", reference = "", subject, rows }) => [
      at,
      action,
      administration,
      reference,
      subject,
      rows === undefined ? "" : String(rows),
    ]),
  ]);
