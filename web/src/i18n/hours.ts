import {
  minutesAhead,
  type Period,
  shifted,
  type Weekday,
  weekdays,
} from "../../../shared/domain/duty-hours.ts";
import type { TimeZone } from "../../../shared/domain/time-zone.ts";

/** The first of January 2024 was a Monday. */
const dayName = (index: number, locale: string, weekday: "short" | "long"): string =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, 1 + index)),
  );

export const weekdayName = (day: Weekday, locale: string, length: "short" | "long" = "long"): string =>
  dayName(weekdays.indexOf(day), locale, length);

/** Days in words, those in a row by the first and the last of them: Mon–Fri, Sun. */
export const daysOf = (days: readonly Weekday[], locale: string): string => {
  const runs: number[][] = [];
  for (const index of days.map((day) => weekdays.indexOf(day)).sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run?.at(-1) === index - 1) run.push(index);
    else runs.push([index]);
  }
  const name = (index: number | undefined): string => dayName(index ?? 0, locale, "short");
  return runs
    .flatMap((run) =>
      run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map((index) => name(index)),
    )
    .join(", ");
};

/** A period's times by the reader's clock, and whether they begin on the day before or after. */
export const inZone = ({ from, to }: Period, zone: TimeZone, reader: TimeZone, at: Date) => {
  const minutes = -minutesAhead(zone, reader, at);
  const [begins, ends] = [shifted(from, minutes), shifted(to, minutes)];
  return { from: begins.time, to: ends.time, day: begins.day };
};

/** What the clock says there: the day of the week and the time. */
export const clockIn = (zone: TimeZone, at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(at);

/** The reader's own. */
export const ownZone = (): TimeZone => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A zone as people say it: Nairobi for Africa/Nairobi. */
export const placeOf = (zone: TimeZone): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
