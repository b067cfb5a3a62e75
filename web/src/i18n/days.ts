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
export const beginningOf = (
  day: string | undefined,
  zone: string | undefined,
  later = 0,
): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day ?? "")) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * DAY_MS;
  if (Number.isNaN(midnight)) return undefined;
  const offsets = [-DAY_MS, DAY_MS].map((away) => clockAt(midnight + away, zone) - midnight - away);
  return offsets
    .map((offset) => midnight - offset)
    .toSorted((one, other) => one - other)
    .find((instant) => clockAt(instant, zone) >= midnight);
};
