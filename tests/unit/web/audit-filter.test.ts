import { afterEach, beforeEach, expect, test } from "vitest";
import {
  auditQuery,
  isBackwards,
  isFiltered,
  soughtBy,
  writtenAs,
} from "../../../web/src/pages/audit/filter.ts";
import { auditFilterOf, paths } from "../../../web/src/path-builder.ts";

const zone = process.env["TZ"];
beforeEach(() => {
  process.env["TZ"] = "Europe/Brussels";
});
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test("a filter is kept by its address, and nothing else is read from one", () => {
  const filter = { of: "KE", who: "system", what: "alerts.release", about: "a & b", from: "2026-11-01" };
  expect(auditFilterOf(new URL(paths.audit(filter), "https://console.example").search)).toEqual(filter);
  expect(paths.audit({})).toBe("/audit");
  expect(auditFilterOf("?who=&order=oldest&what=users")).toEqual({ what: "users" });
});

test.each([
  ["Europe/Brussels", "2026-11-24", "2026-11-23T23:00:00.000Z", "2026-11-24T22:59:59.999Z"],
  // A day of 23 hours, and one of 25.
  ["Europe/Brussels", "2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T21:59:59.999Z"],
  ["Europe/Brussels", "2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T22:59:59.999Z"],
  // The clock goes forward at midnight, so that the day begins at one; and back at midnight, so that the day before is longer.
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z", "2026-04-24T20:59:59.999Z"],
  ["Africa/Cairo", "2026-10-30", "2026-10-29T22:00:00.000Z", "2026-10-30T21:59:59.999Z"],
  ["Pacific/Kiritimati", "2026-12-31", "2026-12-30T10:00:00.000Z", "2026-12-31T09:59:59.999Z"],
  ["Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00.000Z", "2026-01-01T18:14:59.999Z"],
  ["UTC", "2024-02-29", "2024-02-29T00:00:00.000Z", "2024-02-29T23:59:59.999Z"],
])("in %s, %s is from its first instant to its last", (zone, day, from, to) => {
  expect(auditQuery({ from: day, to: day }, zone)).toMatchObject({ from, to });
});

test("without a zone of one's own, days are the device's", () => {
  expect(auditQuery({ from: "2026-11-24", to: "2026-11-24" })).toMatchObject({
    from: "2026-11-23T23:00:00.000Z",
    to: "2026-11-24T22:59:59.999Z",
  });
});

test("what is no day is not asked for", () => {
  expect(auditQuery({ from: "yesterday", to: "2026-11" })).toMatchObject({ from: undefined, to: undefined });
});

test("whose trail is no filter of it", () => {
  expect(isFiltered({ of: "KE" })).toBe(false);
  expect(isFiltered({ of: "KE", who: "system" })).toBe(true);
  expect(isBackwards({ from: "2026-11-02", to: "2026-11-01" })).toBe(true);
  expect(isBackwards({ from: "2026-11-01", to: "2026-11-01" })).toBe(false);
});

test("a person is looked for by name, an alert by its reference however it is typed, anything else as it stands", () => {
  const actors = [{ id: "0190f0e0-0000-7000-8000-000000000001", name: "Officer of France" }];
  expect(soughtBy(" officer of france", actors)).toBe(actors[0]?.id);
  expect(soughtBy("ipr-2026-000123 ", actors)).toBe("IPR-2026-000123");
  expect(soughtBy("KE", actors)).toBe("KE");
  expect(soughtBy("", actors)).toBe("");
  expect(writtenAs(String(actors[0]?.id), actors)).toBe("Officer of France");
  expect(writtenAs("KE", actors)).toBe("KE");
});
