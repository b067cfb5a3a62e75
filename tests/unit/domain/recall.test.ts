import { expect, test } from "vitest";
import type { Role } from "../../../shared/domain/permissions.ts";
import { capacitiesOf, completes, isLive } from "../../../shared/domain/recall.ts";

const signature = (by: string, administration: string, ...roles: readonly Role[]) => {
  const as = capacitiesOf({ roles, administration }, "FR");
  return { by, administration, as: [...as] };
};
type Signature = ReturnType<typeof signature>;

const releaser = signature("one", "FR", "releaser");
const contactPoint = signature("two", "FR", "contact-point");
const both = signature("three", "FR", "releaser", "contact-point");
const operator = signature("four", "WCO", "operator");
const other = signature("five", "WCO", "operator", "releaser");

test.each<[string, Signature, Signature, boolean]>([
  ["a releaser and a contact point of the author's", releaser, contactPoint, true],
  ["whoever holds both roles, and a releaser", both, releaser, true],
  ["whoever holds both roles, and a contact point", both, contactPoint, true],
  ["two operators", operator, other, true],
  ["two releasers", releaser, { ...releaser, by: "other" }, false],
  ["two contact points", contactPoint, { ...contactPoint, by: "other" }, false],
  ["an operator and the author's releaser", operator, releaser, false],
  ["an operator and the author's contact point", operator, contactPoint, false],
  ["one person with both roles, twice", both, both, false],
  ["one operator twice", operator, operator, false],
])("%s carry it out: %#", (_, one, two, expected) => {
  expect(completes(one, two)).toBe(expected);
  expect(completes(two, one)).toBe(expected);
});

test("nobody else signs: neither other roles, nor a releaser or contact point of another administration", () => {
  expect(
    capacitiesOf({ roles: ["officer", "reader", "duty", "auditor"], administration: "FR" }, "FR"),
  ).toEqual([]);
  expect(capacitiesOf({ roles: ["releaser", "contact-point"], administration: "KE" }, "FR")).toEqual([]);
  expect(capacitiesOf({ roles: ["releaser", "contact-point"], administration: "WCO" }, "FR")).toEqual([]);
});

test("a signature holds for 24 hours, and not at their end", () => {
  const at = "2026-11-01T10:00:00.000Z";
  expect(isLive({ at }, "2026-11-02T09:59:59.999Z")).toBe(true);
  expect(isLive({ at }, "2026-11-02T10:00:00.000Z")).toBe(false);
});
