/**
 * The reader's own variety of a language, as the browser asks for it: dates in Britain are not written as in America.
 * Without one, English is written as in most of the world.
 */
const regional = (locale: string): string =>
  globalThis.navigator?.languages?.find((tag) => tag.split("-")[0] === locale && tag !== locale) ??
  (locale === "en" ? "en-GB" : locale);

/** The zone that the reader chose; without one, the device's. */
let zone: string | undefined;

/** From now on, dates and times are those of this zone's clock. */
export const readIn = (timeZone: string | undefined): void => {
  zone = timeZone;
};

/** Whose clock that is; undefined for the device's. */
export const readersZone = (): string | undefined => zone;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago something was, in the one unit that says enough: 5 min, 2 h, 3 days; from a week on, its date. */
export const ago = (instant: string, locale: string, now: number): string => {
  const passed = Math.max(0, now - Date.parse(instant));
  if (passed >= 7 * day) return dateOf(instant, locale);
  const relative = new Intl.RelativeTimeFormat(regional(locale), { style: "short", numeric: "auto" });
  if (passed >= day) return relative.format(-Math.floor(passed / day), "day");
  if (passed >= hour) return relative.format(-Math.floor(passed / hour), "hour");
  return relative.format(-Math.floor(passed / minute), "minute");
};

export const dateOf = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(regional(locale), { dateStyle: "medium", timeZone: zone }).format(
    new Date(instant),
  );

/** In the reader's own zone. */
export const timeOf = (instant: string | number, locale: string): string =>
  new Intl.DateTimeFormat(regional(locale), { timeStyle: "short", timeZone: zone }).format(new Date(instant));

export const momentOf = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(regional(locale), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(new Date(instant));

/** The same for everybody: shown on hover and in print. */
export const utcOf = (instant: string, locale: string): string =>
  `${new Intl.DateTimeFormat(regional(locale), { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(new Date(instant))} UTC`;

const toTheSecond = { dateStyle: "medium", timeStyle: "medium" } as const;

/** To the second, where the order of things counts. */
export const exactMomentOf = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(regional(locale), { ...toTheSecond, timeZone: zone }).format(new Date(instant));

export const exactUtcOf = (instant: string, locale: string): string =>
  `${new Intl.DateTimeFormat(regional(locale), { ...toTheSecond, timeZone: "UTC" }).format(new Date(instant))} UTC`;

export const numberOf = (value: number, locale: string): string =>
  new Intl.NumberFormat(regional(locale)).format(value);

export const listOf = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(regional(locale), { type: "conjunction" }).format(items);

/** A date at the precision it is known with (EDTF level 0). */
export const partialDateOf = (date: string, locale: string): string => {
  const [, month, day] = date.split("-");
  const known: Intl.DateTimeFormatOptions = {
    year: "numeric",
    ...(month === undefined ? {} : { month: "long" }),
    ...(day === undefined ? {} : { day: "numeric" }),
    timeZone: "UTC",
  };
  return new Intl.DateTimeFormat(regional(locale), known).format(new Date(date));
};
