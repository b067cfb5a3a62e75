import { describe, expect, test } from "vitest";
import { ApiProblem } from "../../../web/src/api/problem.ts";
import { momentOf, readIn, timeOf } from "../../../web/src/i18n/format.ts";
import { refusalOf } from "../../../web/src/pages/sign-in/refusal.ts";
import { ageOf, endOf, LIFETIME_MS } from "../../../web/src/session/lifetime.ts";

const begunAt = Date.parse("2026-11-25T08:00:00Z");
const at = (time: string): number => Date.parse(`2026-11-25T${time}Z`);

describe("a session", () => {
  test.each([
    ["08:00:00", "young", at("19:45:00")],
    ["19:44:59.999", "young", at("19:45:00")],
    ["19:45:00", "ending", at("20:00:00")],
    ["19:59:59.999", "ending", at("20:00:00")],
    ["20:00:00", "over", Number.POSITIVE_INFINITY],
  ])("begun at 08:00 is at %s %s", (time, is, until) => {
    expect(ageOf({ begunAt }, at(time))).toEqual({ is, until });
  });

  test("ends twelve hours after the sign-in", () => {
    expect(endOf({ begunAt })).toBe(at("20:00:00"));
    expect(LIFETIME_MS).toBe(12 * 3_600_000);
  });
});

const cognito = (name: string, message = ""): Error => Object.assign(new Error(message), { name });

describe("why a sign-in did not go on", () => {
  test("is the same for a wrong password, somebody unknown and somebody disabled", () => {
    const outsiders = [
      cognito("NotAuthorizedException", "Incorrect username or password."),
      cognito("UserNotFoundException", "User does not exist."),
      cognito("NotAuthorizedException", "User is disabled."),
    ];
    for (const each of outsiders) expect(refusalOf(each)).toBe("wrong-credentials");
  });

  test.each([
    [cognito("CodeMismatchException"), "wrong-code"],
    [cognito("EnableSoftwareTokenMFAException"), "wrong-code"],
    [cognito("InvalidPasswordException"), "weak-password"],
    [
      cognito(
        "NotAuthorizedException",
        "Temporary password has expired and must be reset by an administrator.",
      ),
      "expired-password",
    ],
    [cognito("NotAuthorizedException", "Password attempts exceeded"), "too-many"],
    [cognito("NotAuthorizedException", "Invalid session for the user, session is expired."), "ended"],
    [cognito("LimitExceededException"), "too-many"],
    [new ApiProblem({ status: 429, title: "Too many requests", detail: "Go on in 9 s." }), "too-many"],
    [new ApiProblem({ status: 500, title: "", detail: "" }), "other"],
    [cognito("PasskeyAuthenticationCanceled"), "no-passkey"],
    [cognito("NoPasskey"), "no-passkey"],
    [cognito("NotActive"), "not-active"],
    ["a text", "other"],
  ])("%s is told as %s", (error, refusal) => {
    expect(refusalOf(error)).toBe(refusal);
  });
});

test("times are those of the zone that the reader chose, and of the device without one", () => {
  readIn("Asia/Kathmandu");
  expect(timeOf("2026-11-25T10:00:00Z", "fr")).toBe("15:45");
  expect(momentOf("2026-11-25T20:00:00Z", "fr")).toMatch(/^26 nov\. 2026/);
  readIn(undefined);
  const ofDevice = new Intl.DateTimeFormat("fr", { timeStyle: "short" });
  expect(timeOf("2026-11-25T10:00:00Z", "fr")).toBe(ofDevice.format(new Date("2026-11-25T10:00:00Z")));
});
