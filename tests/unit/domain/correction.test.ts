import { expect, test } from "vitest";
import { correctedFields, overtakenFields } from "../../../shared/domain/correction.ts";

const alert = {
  title: "Gloves",
  goods: [{ category: "gloves", description: "Examination gloves" }],
  route: { departure: { country: "CN", place: "Ningbo" } },
};

test("a correction is told field by field, with what was said before and what would be said after", () => {
  const patch = { title: "Masks", route: { departure: { place: null, locode: "CNNGB" } } };
  expect(correctedFields(alert, patch)).toEqual([
    { pointer: "/title", before: "Gloves", after: "Masks" },
    { pointer: "/route/departure/place", before: "Ningbo", after: undefined },
    { pointer: "/route/departure/locode", before: undefined, after: "CNNGB" },
  ]);
});

test("what the alert says already is no correction of it, in whatever order its fields are written", () => {
  const goods = [{ description: "Examination gloves", category: "gloves" }];
  expect(correctedFields(alert, { title: "Gloves", goods, event: null })).toEqual([]);
});

test("a field that was changed since a correction was made is named, a field beside it is not", () => {
  const now = { ...alert, title: "Nitrile gloves", route: { departure: { country: "VN" } } };
  expect(overtakenFields(alert, now, { goods: [] })).toEqual([]);
  expect(
    overtakenFields(alert, now, { title: "Masks", route: { departure: { place: "Hai Phong" } } }),
  ).toEqual(["/title", "/route/departure/place"]);
});

test("a part that is removed whole is overtaken by a change of anything within it", () => {
  expect(
    overtakenFields(alert, { ...alert, route: { departure: { country: "VN" } } }, { route: null }),
  ).toEqual(["/route"]);
});
