import { expect, test } from "vitest";
import {
  afterSignIn,
  alertFilterOf,
  groupFilterOf,
  invitedBy,
  paths,
} from "../../../web/src/path-builder.ts";

test("an address carries what its page needs", () => {
  expect(paths.alerts({ show: "unacknowledged" })).toBe("/alerts?show=unacknowledged");
  expect(paths.alerts({ show: "all" })).toBe("/alerts");
  expect(paths.alerts({ group: "ipr" })).toBe("/alerts?group=ipr");
  expect(groupFilterOf(paths.alerts({ show: "unacknowledged", group: "ipr" }).split("?")[1] ?? "")).toBe(
    "ipr",
  );
  expect(paths.editAlert("a/b")).toBe("/alerts/a%2Fb/edit");
  expect(paths.signIn({ next: "/alerts?show=drafts" })).toBe("/sign-in?next=%2Falerts%3Fshow%3Ddrafts");
});

test("a sign-in leads back to a page of the console and to nothing else", () => {
  expect(afterSignIn("next=%2Falerts%3Fshow%3Ddrafts")).toBe("/alerts?show=drafts");
  for (const foreign of [
    "//elsewhere.example",
    "/\\elsewhere.example",
    "https://elsewhere.example",
    "javascript:1",
  ])
    expect(afterSignIn(`next=${encodeURIComponent(foreign)}`)).toBe("/");
  expect(afterSignIn("next=%2Fsign-in%3Fnext%3D%2F")).toBe("/");
  expect(afterSignIn("")).toBe("/");
});

test("a list that is not known shows all alerts", () => {
  expect(alertFilterOf("show=drafts")).toBe("drafts");
  expect(alertFilterOf("show=everything")).toBe("all");
  expect(alertFilterOf("")).toBe("all");
});

test("an invitation's link names its administration", () => {
  expect(invitedBy("administration=FR")).toBe("FR");
  expect(invitedBy("")).toBeUndefined();
});
