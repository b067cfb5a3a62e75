import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesBetween } from "../../../shared/domain/differences.ts";

const line = (description: string, more: object = {}) => ({ category: "gloves", description, ...more });

test("a line of goods that was changed is told as that, wherever it stands by now", () => {
  const before = { goods: [line("A", { quantity: { value: 1 } }), line("B"), line("C")] };
  const after = { goods: [line("C"), line("A", { quantity: { value: 2 } }), line("B")] };
  expect(differencesBetween(before, after)).toEqual([
    { pointer: "/goods/1/quantity/value", before: 1, after: 2 },
  ]);
});

test("a line that came and one that went are told whole", () => {
  const masks = { category: "masks-and-respirators", description: "FFP2" };
  expect(differencesBetween({ goods: [line("A")] }, { goods: [line("A"), masks] })).toEqual([
    { pointer: "/goods/1", after: masks },
  ]);
  expect(differencesBetween({ goods: [masks, line("A")] }, { goods: [line("A")] })).toEqual([
    { pointer: "/goods/0", before: masks },
  ]);
});

test("the order of the places on a route is a difference", () => {
  const [ae, om] = [{ country: "AE" }, { country: "OM" }];
  expect(differencesBetween({ route: { transits: [ae, om] } }, { route: { transits: [om, ae] } })).toEqual([
    { pointer: "/route/transits", before: [ae, om], after: [om, ae] },
  ]);
});

test("there are differences where two things are not the same, and nowhere else", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(differencesBetween(one, structuredClone(one))).toEqual([]);
      if (JSON.stringify(one) === JSON.stringify(other)) expect(differencesBetween(one, other)).toEqual([]);
    }),
  );
});
