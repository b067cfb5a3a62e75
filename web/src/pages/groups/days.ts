import type { Instant } from "../../../../shared/domain/identifiers.ts";

const DAY_MS = 86_400_000;

/** A day of the calendar (2026-11-25), as a date field has it, from its first moment on, in UTC. */
export const firstMoment = (day: string): Instant => `${day}T00:00:00.000Z`;

/** A day as the last one of something: that ends as the next one begins. */
export const momentAfter = (day: string): Instant => {
  const begun = Date.parse(firstMoment(day));
  return Number.isNaN(begun) ? firstMoment(day) : new Date(begun + DAY_MS).toISOString();
};

/** The last moment of what ends at one. */
export const lastDayOf = (end: Instant): Instant => new Date(Date.parse(end) - 1).toISOString();

export const dayOf = (moment: Instant): string => moment.slice(0, 10);
