import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { mergePatch } from "../../../shared/domain/merge-patch.ts";
import { Application } from "../../../shared/domain/registration.ts";
import { errorsAt, fieldErrorsOf } from "../../../web/src/api/field-errors.ts";
import { idempotencyKeys } from "../../../web/src/api/idempotency.ts";
import { mergePatchBetween } from "../../../web/src/api/merge-patch.ts";
import { emptyApplication, toApplication } from "../../../web/src/pages/join/application.ts";

/** Objects as a form has them: null and undefined mean nothing in a merge patch. */
const content = fc.dictionary(
  fc.constantFrom("a", "b", "c"),
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.string({ maxLength: 3 }),
      fc.array(fc.integer(), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("x", "y"), tie("value")),
    ),
  })).value,
);

test("the patch between two versions makes the second of the first", () => {
  fc.assert(
    fc.property(content, content, (before, after) => {
      expect(mergePatch(before, mergePatchBetween(before, after))).toEqual(after);
    }),
  );
});

test("a version that did not change needs no patch", () => {
  fc.assert(
    fc.property(content, (same) => {
      expect(mergePatchBetween(same, same)).toEqual({});
    }),
  );
});

test("a patch takes out what a route or an audience does not have any more", () => {
  expect(
    mergePatchBetween(
      {
        audience: { kind: "administrations", administrations: ["DE"] },
        route: { departure: { country: "IN" } },
      },
      { audience: { kind: "group" } },
    ),
  ).toEqual({ audience: { administrations: null, kind: "group" }, route: null });
});

test("a request that is sent again keeps its key, another body has another", () => {
  let made = 0;
  const keyFor = idempotencyKeys(() => `key-${++made}`);
  expect([keyFor({ a: 1 }), keyFor({ a: 1 }), keyFor({ a: 2 }), keyFor({ a: 1 })]).toEqual([
    "key-1",
    "key-1",
    "key-2",
    "key-3",
  ]);
});

test("a form is told what is missing, and where", () => {
  const errors = fieldErrorsOf(Application, toApplication(emptyApplication("fr"), "2026-11"));
  expect(errorsAt(errors, "/contactPoints/1/email")).toEqual([
    { pointer: "/contactPoints/1/email", detail: "This is required." },
  ]);
  expect(errorsAt(errors, "/termsVersion")).toHaveLength(1);
  expect(errorsAt(errors, "/administration")).toHaveLength(1);
});

test("a schema's own words are kept, and zod's are not shown to people", () => {
  const schema = z.object({ a: z.string().check(z.minLength(3, "At least three.")), b: z.enum(["x"]) });
  expect(fieldErrorsOf(schema, { a: "q", b: "y" })).toEqual([
    { pointer: "/a", detail: "At least three." },
    { pointer: "/b", detail: "This is not valid here." },
  ]);
});

test("an application's phone numbers are sent without what helps the eye", () => {
  const typed = emptyApplication("en");
  const [first, second] = typed.contactPoints;
  if (first === undefined || second === undefined) throw new Error("There are two contact points.");
  const sent = toApplication(
    { ...typed, contactPoints: [{ ...first, phone: "+33 (1) 40-24.65.10" }, second] },
    undefined,
  );
  expect(sent.contactPoints[0]?.phone).toBe("+33140246510");
});
