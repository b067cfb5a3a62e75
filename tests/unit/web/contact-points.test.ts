import { describe, expect, test } from "vitest";
import { administrations } from "../../../shared/contract/administrations.ts";
import { weekdays } from "../../../shared/domain/duty-hours.ts";
import { clockIn, daysOf, inZone, placeOf } from "../../../web/src/i18n/hours.ts";
import { bodyOf, noPoint, officeHours, typedOf } from "../../../web/src/pages/contact-points/typed.ts";
import { dutyOf } from "../../../web/src/pages/directory/duty.ts";

const at = new Date("2026-11-25T12:00:00.000Z");

describe("hours in words", () => {
  test("name days in a row by the first and the last, and two of them one by one", () => {
    expect(daysOf(["monday", "tuesday", "wednesday", "thursday", "friday"], "en")).toBe("Mon–Fri");
    expect(daysOf(["sunday", "monday", "tuesday"], "en")).toBe("Mon, Tue, Sun");
    expect(daysOf(["saturday", "monday"], "fr")).toBe("lun., sam.");
    expect(daysOf(weekdays, "en")).toBe("Mon–Sun");
  });

  test("are those of the reader's clock as well, on the day before or after where they begin there", () => {
    const night = { days: ["monday" as const], from: "22:00", to: "06:00" };
    expect(inZone(night, "Africa/Nairobi", "Europe/Brussels", at)).toEqual({
      from: "20:00",
      to: "04:00",
      day: 0,
    });
    expect(inZone(night, "America/New_York", "Asia/Tokyo", at)).toEqual({
      from: "12:00",
      to: "20:00",
      day: 1,
    });
    const morning = { ...night, from: "01:00" };
    expect(inZone(morning, "Asia/Tokyo", "Europe/Brussels", at)).toMatchObject({ from: "17:00", day: -1 });
  });

  test("say what the clock shows at a place, by the city that the zone is named after", () => {
    expect(clockIn("Asia/Kathmandu", at, "en")).toBe("Wed 17:45");
    expect(placeOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  });
});

describe("a contact point being typed", () => {
  const point = { name: "Duty", function: "Desk", email: "duty@customs.example", languages: ["en"] };
  const body = (change: object) =>
    bodyOf([{ ...noPoint("en"), ...point, phone: "+33 1 40-24.65 (10)", ...change }]);
  const { body: Body } = administrations.replaceContactPoints;
  const faults = (value: object) =>
    Body.safeParse(value).error?.issues.map(({ path }) => path.join("/")) ?? [];

  test("is sent without what helps the eye in a number", () => {
    const sent = body({ hours: "round-the-clock" });
    expect(sent.contactPoints[0]).toMatchObject({
      phone: "+33140246510",
      hours: { kind: "round-the-clock" },
    });
    expect(sent.contactPoints[0]).not.toHaveProperty("periods");
  });

  test("says nothing of hours that nobody chose, which the contract asks for", () => {
    expect(faults(body({}))).toContain("contactPoints/0/hours");
    expect(faults(body({ hours: "weekly", periods: [{ ...officeHours(), days: [] }] }))).toContain(
      "contactPoints/0/hours/periods/0/days",
    );
  });

  test("comes from what is kept as it was, and goes back the same", () => {
    const hours = { kind: "weekly" as const, periods: [officeHours()] };
    const kept = { ...point, phone: "+33140246510", timeZone: "Europe/Paris", hours };
    const typed = typedOf({ ...kept, confirmedAt: at.toISOString(), overdue: false });
    expect(bodyOf([typed]).contactPoints).toEqual([kept]);
  });
});

test("on duty is said until when; of hours that nobody told, nothing is said", () => {
  const point = { ...noPoint("en"), confirmedAt: at.toISOString(), hours: undefined, timeZone: undefined };
  expect(dutyOf(point, at)).toEqual({ state: "unknown" });
  const weekly = { kind: "weekly" as const, periods: [officeHours()] };
  expect(dutyOf({ ...point, hours: weekly, timeZone: "Africa/Nairobi" }, at)).toEqual({
    state: "on",
    until: "2026-11-25T14:00:00.000Z",
  });
});
