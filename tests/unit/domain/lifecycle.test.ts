import { expect, test } from "vitest";
import {
  alertStates,
  nextSteps,
  obstacle,
  reviewStandings,
  transitionNames,
  transitions,
} from "../../../shared/domain/lifecycle.ts";

const places = alertStates.flatMap((state) => reviewStandings.map((standing) => ({ state, standing })));

test("nothing goes from a review to its readers without coming back to its author", () => {
  for (const name of transitionNames) {
    const { from, to } = transitions[name];
    if ((from as readonly string[]).includes("in-review")) expect(["draft", "submitted"]).toContain(to);
  }
});

test("an alert is released where no review is needed or it was approved, and nowhere else", () => {
  const released = places.filter((place) => nextSteps(place, "author").includes("release"));
  expect(released.map(({ state, standing }) => `${state} ${standing}`)).toEqual([
    "draft not-asked",
    "draft approved",
    "draft afterwards",
    "submitted not-asked",
    "submitted approved",
    "submitted afterwards",
  ]);
});

test("each side is offered its own steps, and each of them can be taken", () => {
  for (const place of places)
    for (const side of ["author", "reviewer"] as const)
      for (const name of nextSteps(place, side)) {
        expect(transitions[name].by).toBe(side);
        expect(obstacle(name, place)).toBeUndefined();
      }
});

test("a draft that needs a review is offered it, and told apart from one in another state", () => {
  expect(nextSteps({ state: "submitted", standing: "needed" }, "author")).toEqual([
    "return",
    "request-review",
  ]);
  expect(nextSteps({ state: "in-review", standing: "waiting" }, "author")).toEqual(["return"]);
  expect(nextSteps({ state: "in-review", standing: "waiting" }, "reviewer")).toEqual([
    "approve",
    "send-back",
  ]);
  expect(nextSteps({ state: "released", standing: "waiting" }, "reviewer")).toEqual(["mark-reviewed"]);
  expect(obstacle("release", { state: "submitted", standing: "needed" })).toBe("review");
  expect(obstacle("release", { state: "released", standing: "not-asked" })).toBe("state");
});
