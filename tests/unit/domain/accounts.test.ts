import fc from "fast-check";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { isToBeDisabled, isToBeWarned, unusedSince } from "../../../shared/domain/disuse.ts";
import { confirmBy, recertificationOf } from "../../../shared/domain/recertification.ts";
import type { User } from "../../../shared/domain/user.ts";
import { compromised, disabled, invitedAnew, letIn } from "../../../shared/domain/user-access.ts";

const begun = Date.parse("2026-01-01T00:00:00.000Z");
const day = (n: number): string => new Date(begun + n * 86_400_000).toISOString();

const person = (change: Partial<User> = {}): User => ({
  id: v7(),
  administration: "FR",
  name: "Officer",
  email: "officer@fr.example",
  roles: ["officer"],
  state: "active",
  subject: "sub",
  revision: 1,
  createdAt: day(0),
  changedAt: day(0),
  ...change,
});

describe("an account that nobody uses", () => {
  test("is warned of on the eightieth day and disabled on the ninetieth, not before", () => {
    expect(isToBeWarned(person(), {}, day(79.9))).toBe(false);
    expect(isToBeWarned(person(), {}, day(80))).toBe(true);
    const warned = person({ warnedAt: day(80) });
    expect(isToBeWarned(warned, {}, day(85))).toBe(false);
    expect(isToBeDisabled(warned, {}, day(89.9))).toBe(false);
    expect(isToBeDisabled(warned, {}, day(90))).toBe(true);
  });

  test("is disabled by nobody's watch unwarned, and nine days after a warning that came late", () => {
    expect(isToBeDisabled(person(), {}, day(400))).toBe(false);
    const late = person({ warnedAt: day(400) });
    expect(isToBeDisabled(late, {}, day(408.9))).toBe(false);
    expect(isToBeDisabled(late, {}, day(409))).toBe(true);
  });

  test.each<[string, Partial<User>, object]>([
    ["was used", { lastSeenAt: day(50) }, {}],
    ["was let in again", { renewedAt: day(50) }, {}],
    ["is of an administration that was suspended meanwhile", {}, { reinstatedAt: day(50) }],
  ])("begins anew when it %s, also with an earlier warning", (_, change, within) => {
    const account = person({ warnedAt: day(40), ...change });
    expect(unusedSince(account, within)).toBe(day(50));
    expect(isToBeWarned(account, within, day(129))).toBe(false);
    expect(isToBeWarned(account, within, day(130))).toBe(true);
    expect(isToBeDisabled(account, within, day(200))).toBe(false);
  });
});

describe("somebody let in again", () => {
  test("is what they were, is confirmed with it, and is not warned of any more", () => {
    for (const state of ["invited", "active"] as const) {
      const before = person({ state, warnedAt: day(80) });
      const again = letIn(disabled(before, day(90), "unused"), day(100));
      expect(again).toMatchObject({ state, renewedAt: day(100), confirmedAt: day(100), revision: 3 });
      for (const name of ["warnedAt", "disabledAs", "disabledBecause"])
        expect(again).not.toHaveProperty(name);
    }
  });

  test("whoever's account was in other hands comes in with another one alone", () => {
    const closed = compromised(person(), day(3), day(5));
    expect(closed).toMatchObject({
      state: "disabled",
      disabledBecause: "compromised",
      retiredSubject: "sub",
    });
    expect(closed).not.toHaveProperty("subject");
    expect(letIn(closed, day(6))).toMatchObject({ state: "invited", retiredSubject: "sub" });
    // Said again of an earlier time, nothing of it is lost.
    expect(compromised(closed, day(1), day(7))).toMatchObject({
      compromisedSince: day(1),
      retiredSubject: "sub",
      state: "disabled",
    });
  });

  test("the account of the pool that was given up is never forgotten for one that never was", () => {
    const change = fc.constantFrom(
      (user: User) => disabled(user, day(1)),
      (user: User) => letIn(user, day(1)),
      (user: User) => invitedAnew(user, day(1)),
      (user: User) => compromised(user, day(0), day(1)),
    );
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const end = changes.reduce((user, each) => each(user), person());
        expect(end.subject ?? end.retiredSubject).toBe("sub");
        expect(end.state === "active" && end.subject === undefined).toBe(false);
        expect(end.revision).toBe(changes.length + 1);
      }),
    );
  });
});

describe("the yearly confirmation", () => {
  const asked = (people: readonly User[], at: string) => recertificationOf(people, new Date(at));

  test("is asked for thirty days before a year has passed, and is due after it", () => {
    const people = [person()];
    expect(asked(people, day(334))).toEqual({ soon: [], due: [] });
    expect(asked(people, day(335))).toEqual({ soon: [day(365)], due: [] });
    expect(asked(people, day(364))).toEqual({ soon: [day(365)], due: [] });
    expect(asked(people, day(365))).toEqual({ soon: [], due: [day(365)] });
  });

  test("counts from the last time that somebody said it, and asks nothing of somebody disabled", () => {
    expect(confirmBy(person({ confirmedAt: day(100) }))).toBe(day(465));
    expect(confirmBy(person({ state: "disabled" }))).toBeUndefined();
    expect(asked([person({ state: "disabled" })], day(1000))).toEqual({ soon: [], due: [] });
  });
});
