import type { Instant } from "./identifiers.ts";
import type { User } from "./user.ts";

/** That somebody is entitled is said by the invitation and confirmed again within a year (domain.md, "User"). */
const CONFIRMED_FOR_DAYS = 365;
const ASKED_BEFORE_DAYS = 30;

const DAY_MS = 86_400_000;

const later = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString();

type Person = Pick<User, "state" | "confirmedAt" | "createdAt">;

/** By when a person is to be confirmed; nothing is asked about somebody who cannot come in. */
export const confirmBy = ({ state, confirmedAt, createdAt }: Person): Instant | undefined =>
  state === "disabled" ? undefined : later(confirmedAt ?? createdAt, CONFIRMED_FOR_DAYS);

/** Whether the contact points are asked already. */
export const isToBeConfirmed = (due: Instant | undefined, now: Instant): boolean =>
  due !== undefined && later(due, -ASKED_BEFORE_DAYS) <= now;

/** One look a day, so that people who are due at different hours are asked for by one mail. */
const endOfDay = (now: Date): Instant => `${now.toISOString().slice(0, 10)}T23:59:59.999Z`;

/** The days by which people are to be confirmed who are asked for by now, the first first. */
export const recertificationOf = (people: readonly Person[], now: Date) => {
  const today = endOfDay(now);
  const days = people
    .map(confirmBy)
    .filter((day) => day !== undefined)
    .filter((day) => isToBeConfirmed(day, today))
    .sort();
  return { soon: days.filter((day) => day > today), due: days.filter((day) => day <= today) };
};
