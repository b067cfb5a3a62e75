import * as z from "zod/mini";
import type { Instant } from "./identifiers.ts";
import type { TimeZone } from "./time-zone.ts";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export const Weekday = z.enum(weekdays);
export type Weekday = z.infer<typeof Weekday>;

const MINUTES_A_DAY = 1440;
const MINUTE_MS = 60_000;

/** What the clock on the wall says. */
const TimeOfDay = z
  .string()
  .check(
    z.regex(
      /^([01]\d|2[0-3]):[0-5]\d$/,
      "A time of the day is written 08:00 to 23:59, with two digits each.",
    ),
  );

const Period = z.strictObject({
  days: z.array(Weekday).check(
    z.minLength(1, "Name at least one day."),
    z.refine((days) => new Set(days).size === days.length, "Name each day once."),
  ),
  from: TimeOfDay,
  to: TimeOfDay.check(
    z.describe("Not after `from`: it ends on the next day, so that 22:00 to 06:00 is a night"),
  ),
});
export type Period = z.infer<typeof Period>;

/** When somebody is on duty, as the clock of their own time zone says. */
export const Hours = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("round-the-clock") }),
  z.strictObject({
    kind: z.literal("weekly"),
    periods: z
      .array(Period)
      .check(
        z.minLength(1, "Name at least one time of the week, or round the clock."),
        z.maxLength(14, "Name at most 14 times of the week."),
      ),
  }),
]);
export type Hours = z.infer<typeof Hours>;

const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

/** One a zone: to make one takes far longer than to ask it. */
const clockOf = (zone: TimeZone): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(zone, made);
  return made;
};

/** Day of the week (Monday is 0) and minute of the day in a time zone. */
const wallClock = (zone: TimeZone, at: Date): { readonly day: number; readonly minute: number } => {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const weekday = Weekday.parse(parts.get("weekday")?.toLowerCase());
  return {
    day: weekdays.indexOf(weekday),
    minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")),
  };
};

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const dayBefore = (day: number): number => (day + weekdays.length - 1) % weekdays.length;

/** Whether somebody with these hours is on duty at a moment. Clocks being changed need no care: it is the wall's that counts. */
export const isOnDuty = (hours: Hours, zone: TimeZone, at: Date): boolean => {
  if (hours.kind === "round-the-clock") return true;
  const { day, minute } = wallClock(zone, at);
  const isOf = ({ days }: Period, wanted: number): boolean =>
    days.some((each) => weekdays.indexOf(each) === wanted);
  return hours.periods.some((period) => {
    const [from, to] = [minuteOf(period.from), minuteOf(period.to)];
    if (from < to) return isOf(period, day) && from <= minute && minute < to;
    return (isOf(period, day) && from <= minute) || (isOf(period, dayBefore(day)) && minute < to);
  });
};

const STEP_MINUTES = 15;
/** Further ahead than every week's next change, the day of a changed clock included. */
const LOOKED_AHEAD_MINUTES = 8 * MINUTES_A_DAY;

/** When the duty ends or, off duty, begins next, to the minute; undefined where neither comes. */
export const nextChange = (hours: Hours, zone: TimeZone, at: Date): Instant | undefined => {
  if (hours.kind === "round-the-clock") return undefined;
  const now = isOnDuty(hours, zone, at);
  const start = Math.floor(at.getTime() / MINUTE_MS);
  const differs = (minute: number): boolean => isOnDuty(hours, zone, new Date(minute * MINUTE_MS)) !== now;
  for (let minute = start + 1; minute <= start + LOOKED_AHEAD_MINUTES; minute += STEP_MINUTES)
    if (differs(minute)) {
      let first = minute;
      while (first > start + 1 && differs(first - 1)) first -= 1;
      return new Date(first * MINUTE_MS).toISOString();
    }
  return undefined;
};

/** By how many minutes one zone's clock is ahead of another's at a moment: from -1560 to 1560. */
export const minutesAhead = (zone: TimeZone, other: TimeZone, at: Date): number => {
  const [one, two] = [wallClock(zone, at), wallClock(other, at)];
  const days = ((one.day - two.day + 10) % weekdays.length) - 3;
  return days * MINUTES_A_DAY + one.minute - two.minute;
};

/** A time of the day that many minutes earlier or later, and on which day then: -1, 0 or 1. */
export const shifted = (time: string, minutes: number): { readonly time: string; readonly day: number } => {
  const total = minuteOf(time) + minutes;
  const day = Math.floor(total / MINUTES_A_DAY);
  const minute = total - day * MINUTES_A_DAY;
  const two = (value: number): string => String(value).padStart(2, "0");
  return { time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`, day };
};
