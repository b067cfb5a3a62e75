import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Hours,
  isOnDuty,
  minutesAhead,
  nextChange,
  shifted,
  type Weekday,
  weekdays,
} from "../../../shared/domain/duty-hours.ts";
import { TimeZone } from "../../../shared/domain/time-zone.ts";

const workdays: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const office: Hours = { kind: "weekly", periods: [{ days: workdays, from: "08:00", to: "17:00" }] };
const nights: Hours = { kind: "weekly", periods: [{ days: ["sunday"], from: "22:00", to: "06:00" }] };
const at = (instant: string): Date => new Date(instant);

describe("on duty", () => {
  test("is who has hours now, by the clock of their own time zone", () => {
    // A Wednesday: 08:00 in Nairobi is 05:00 UTC.
    expect(isOnDuty(office, "Africa/Nairobi", at("2026-11-25T04:59:59.999Z"))).toBe(false);
    expect(isOnDuty(office, "Africa/Nairobi", at("2026-11-25T05:00:00.000Z"))).toBe(true);
    expect(isOnDuty(office, "Africa/Nairobi", at("2026-11-25T13:59:00.000Z"))).toBe(true);
    expect(isOnDuty(office, "Africa/Nairobi", at("2026-11-25T14:00:00.000Z"))).toBe(false);
    // Saturday begins in Auckland while it is Friday noon in UTC.
    expect(isOnDuty(office, "Pacific/Auckland", at("2026-11-27T20:00:00.000Z"))).toBe(false);
    expect(isOnDuty(office, "UTC", at("2026-11-27T12:00:00.000Z"))).toBe(true);
  });

  test("goes on beyond midnight where the hours end before they begin, into a day that is not named", () => {
    expect(isOnDuty(nights, "Asia/Tokyo", at("2026-11-29T13:00:00.000Z"))).toBe(true);
    expect(isOnDuty(nights, "Asia/Tokyo", at("2026-11-29T20:59:00.000Z"))).toBe(true);
    expect(isOnDuty(nights, "Asia/Tokyo", at("2026-11-29T21:00:00.000Z"))).toBe(false);
    expect(isOnDuty(nights, "Asia/Tokyo", at("2026-11-30T13:00:00.000Z"))).toBe(false);
  });

  test("is everybody round the clock", () => {
    expect(isOnDuty({ kind: "round-the-clock" }, "Asia/Kathmandu", at("2026-11-29T21:00:00.000Z"))).toBe(
      true,
    );
  });

  test("keeps to the clock on the wall when clocks are changed", () => {
    // Paris: UTC+2 until 25 October 2026 at 01:00 UTC, then UTC+1; 08:00 is an hour later in UTC.
    expect(isOnDuty(office, "Europe/Paris", at("2026-10-23T06:00:00.000Z"))).toBe(true);
    expect(isOnDuty(office, "Europe/Paris", at("2026-10-26T06:00:00.000Z"))).toBe(false);
    expect(isOnDuty(office, "Europe/Paris", at("2026-10-26T07:00:00.000Z"))).toBe(true);
    // 02:30 comes twice in that night, and not at all in that of 28 March 2027.
    const small: Hours = { kind: "weekly", periods: [{ days: [...weekdays], from: "02:15", to: "02:45" }] };
    expect(isOnDuty(small, "Europe/Paris", at("2026-10-25T00:30:00.000Z"))).toBe(true);
    expect(isOnDuty(small, "Europe/Paris", at("2026-10-25T01:30:00.000Z"))).toBe(true);
    const night = Array.from({ length: 12 }, (_, n) => new Date(Date.UTC(2027, 2, 28, 0, n * 15)));
    expect(night.some((moment) => isOnDuty(small, "Europe/Paris", moment))).toBe(false);
    // The southern summer begins on 4 October 2026 in Sydney.
    expect(isOnDuty(office, "Australia/Sydney", at("2026-10-01T21:30:00.000Z"))).toBe(false);
    expect(isOnDuty(office, "Australia/Sydney", at("2026-10-05T21:30:00.000Z"))).toBe(true);
  });
});

describe("the next change", () => {
  test("is the end of the duty, or when it begins next", () => {
    expect(nextChange(office, "Africa/Nairobi", at("2026-11-25T06:07:08.000Z"))).toBe(
      "2026-11-25T14:00:00.000Z",
    );
    expect(nextChange(office, "Africa/Nairobi", at("2026-11-27T14:00:00.000Z"))).toBe(
      "2026-11-30T05:00:00.000Z",
    );
    expect(nextChange({ kind: "round-the-clock" }, "UTC", at("2026-11-25T06:00:00.000Z"))).toBeUndefined();
  });

  test("comes an hour later in UTC after summer time has ended", () => {
    expect(nextChange(office, "Europe/Paris", at("2026-10-23T15:00:00.000Z"))).toBe(
      "2026-10-26T07:00:00.000Z",
    );
  });

  const period = fc.record({
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    // Longer than the step in which a change is looked for.
    from: fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, "0")}:20`),
    to: fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, "0")}:40`),
  });
  const moment = fc.date({
    min: at("2026-01-01T00:00:00.000Z"),
    max: at("2028-01-01T00:00:00.000Z"),
    noInvalidDate: true,
  });

  test("is the first minute that differs from now, whatever the hours, the zone and the season", () => {
    fc.assert(
      fc.property(
        fc.array(period, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"),
        moment,
        (periods, zone, now) => {
          const hours: Hours = { kind: "weekly", periods };
          const change = nextChange(hours, zone, now);
          if (change === undefined) return;
          const first = Date.parse(change);
          const today = isOnDuty(hours, zone, now);
          expect(isOnDuty(hours, zone, new Date(first))).toBe(!today);
          expect(isOnDuty(hours, zone, new Date(first - 60_000))).toBe(today);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("a time zone is one of the IANA database; an offset, which forgets summer time, is none", () => {
  for (const zone of ["Africa/Nairobi", "America/Argentina/Buenos_Aires", "UTC"])
    expect(TimeZone.safeParse(zone).success, zone).toBe(true);
  for (const zone of ["+03:00", "Africa/Nowhere", "", "africa", "Z".repeat(61)])
    expect(TimeZone.safeParse(zone).success, zone).toBe(false);
});

test("one clock is ahead of another by what stands on the wall, across midnight and the date line", () => {
  expect(minutesAhead("Africa/Nairobi", "Europe/Paris", at("2026-11-25T22:30:00.000Z"))).toBe(120);
  expect(minutesAhead("Africa/Nairobi", "Europe/Paris", at("2026-07-25T22:30:00.000Z"))).toBe(60);
  expect(minutesAhead("America/New_York", "Asia/Kathmandu", at("2026-11-29T02:00:00.000Z"))).toBe(-645);
  expect(minutesAhead("Pacific/Kiritimati", "Pacific/Pago_Pago", at("2026-11-29T10:30:00.000Z"))).toBe(1500);
});

test("a time of the day in another zone says on which day it falls there", () => {
  expect(shifted("08:00", 120)).toEqual({ time: "10:00", day: 0 });
  expect(shifted("23:30", 60)).toEqual({ time: "00:30", day: 1 });
  expect(shifted("00:15", -30)).toEqual({ time: "23:45", day: -1 });
  expect(shifted("00:00", 0)).toEqual({ time: "00:00", day: 0 });
});
