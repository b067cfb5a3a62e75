import { expect, test } from "vitest";
import { soughtQuery, without } from "../../../web/src/pages/alerts/sought.ts";
import { paths, soughtAlertsOf } from "../../../web/src/path-builder.ts";

test("what is sought is kept by the list's address, but for drafts, which are listed whole", () => {
  const sought = { hs: "3004", country: "IN", identifier: "A & B", from: "2026-05-01" };
  const search = (path: string) => new URL(path, "https://console.example").search;
  expect(soughtAlertsOf(search(paths.alerts({ show: "unacknowledged", group: "ipr", sought })))).toEqual(
    sought,
  );
  expect(paths.alerts({ show: "drafts", sought })).toBe("/alerts?show=drafts");
  expect(paths.alerts({ sought: { hs: "" } })).toBe("/alerts");
  expect(soughtAlertsOf("?hs=&show=all&colour=red")).toEqual({});
});

test("days are those of the reader's own clock, the first and the last included", () => {
  expect(soughtQuery({ hs: "30", from: "2026-05-01", to: "2026-05-02" }, "Europe/Brussels")).toEqual({
    hs: "30",
    from: "2026-04-30T22:00:00.000Z",
    to: "2026-05-02T21:59:59.999Z",
  });
  expect(soughtQuery({ from: "yesterday" }, "UTC")).toEqual({});
});

test("one part is left out, and the others stay", () => {
  expect(without({ hs: "30", country: "IN" }, "hs")).toEqual({ country: "IN" });
});
