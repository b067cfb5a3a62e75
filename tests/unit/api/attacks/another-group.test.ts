import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { content } from "../exchange.ts";
import { type AttackedWorld, attackedWorld } from "./attacked-world.ts";

let world: AttackedWorld;
beforeAll(async () => {
  world = await attackedWorld();
});
beforeEach(() => world.restore());

const who = "FR contact-point";
/** In a merge patch, what the audience had beside its kind has to be taken away. */
const all = { kind: "group", administrations: null };
const made = async (change: object) => {
  const { status, json, etag } = await world.call(who, "POST", "/v1/alerts", { ...content, ...change });
  expect(status).toBe(201);
  return { path: `/v1/alerts/${json.id}`, headers: { "If-Match": etag } };
};
const errorsOf = ({ errors }: { readonly errors: readonly { pointer: string; detail: string }[] }) => errors;

describe("an edit that moves an alert to another group", () => {
  test("is refused where the administration is not in it, as for a group that never was", async () => {
    const { path, headers } = await made({});
    const move = (group: string) => world.refused(who, "PATCH", path, { group, audience: all }, headers);
    const [theirs, never, former] = [
      await move("operation-stop"),
      await move("operation-never"),
      await move("exercise-past"),
    ];
    expect(theirs.status).toBe(422);
    expect(errorsOf(theirs)).toEqual([
      { pointer: "/group", detail: "Your administration is in no group of this name." },
    ]);
    expect(errorsOf(theirs)).toEqual(errorsOf(never));
    expect(theirs.json).toEqual(never.json);
    expect(former.status).toBe(422);
  });

  test("takes no addressee along who is not in that group", async () => {
    const { path, headers } = await made({
      audience: { kind: "administrations", administrations: ["KE", "DE"] },
    });
    const { status, errors } = await world.refused(who, "PATCH", path, { group: "exercise-ke" }, headers);
    expect(status).toBe(422);
    expect(errors.map(({ detail }) => detail).join()).toMatch(/Not in the group exercise-ke: DE\./);
  });

  test("is refused once it is released, and while it waits for a review", async () => {
    const released = world.kinds.alert(who)["own-released"];
    const moved = await world.refused(
      who,
      "PATCH",
      `/v1/alerts/${released?.id}`,
      { group: "exercise-ke" },
      {
        "If-Match": String(released?.etag),
      },
    );
    expect(moved.status).toBe(409);
    const { path, headers } = await made({ group: "exercise-reviewed", audience: { kind: "group" } });
    const asked = await world.call(who, "POST", `${path}/review`, { decision: "request-review" }, headers);
    expect(asked.status).toBe(200);
    const elsewhere = { group: "exercise-ke" };
    const { status } = await world.refused(who, "PATCH", path, elsewhere, { "If-Match": asked.etag });
    expect(status).toBe(409);
  });

  test("into a group that asks for a review does not get around it", async () => {
    const { path, headers } = await made({});
    const moved = await world.call(
      who,
      "PATCH",
      path,
      { group: "exercise-reviewed", audience: all },
      headers,
    );
    expect(moved.status).toBe(200);
    const { status } = await world.refused(who, "POST", `${path}/release`, undefined, {
      "If-Match": moved.etag,
    });
    expect(status).toBe(409);
  });

  test("is not done by releasing, acknowledging or any other step that names a group", async () => {
    const { path, headers } = await made({});
    for (const [step, body] of [
      ["release", { group: "exercise-ke" }],
      ["submit", { group: "exercise-ke" }],
      ["return", { reason: "Because of it.", group: "exercise-ke" }],
    ] as const)
      expect((await world.refused(who, "POST", `${path}/${step}`, body, headers)).status).toBe(422);
  });
});
