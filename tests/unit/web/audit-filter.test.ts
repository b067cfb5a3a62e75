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

test("days are those of the reader's zone, both included, also where a day has 23 or 25 hours", () => {
  const between = (from: string, to: string) => {
    const query = auditQuery({ from, to });
    return [query.from, query.to];
  };
  expect(between("2026-11-24", "2026-11-24")).toEqual([
    "2026-11-23T23:00:00.000Z",
    "2026-11-24T22:59:59.999Z",
  ]);
  expect(between("2026-03-29", "2026-03-29")).toEqual([
    "2026-03-28T23:00:00.000Z",
    "2026-03-29T21:59:59.999Z",
  ]);
  expect(between("2026-10-25", "2026-10-25")).toEqual([
    "2026-10-24T22:00:00.000Z",
    "2026-10-25T22:59:59.999Z",
  ]);
  expect(between("2026-12-31", "2026-12-31")[1]).toBe("2026-12-31T22:59:59.999Z");
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
