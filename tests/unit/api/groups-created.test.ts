import { describe, expect, test } from "vitest";
import { codes, keepTime, membersOfEveryKind, operation, withKenya } from "./group-world.ts";
import { settle } from "./people.ts";

keepTime();

describe("a group is created", () => {
  test("by the secretariat, for any owner, which is its first member and admits the others", async () => {
    const of = await withKenya();
    const { json } = await of.call("FR reader", "GET", "/v1/groups/exercise");
    expect(json).toMatchObject({
      ...operation,
      owner: "FR",
      state: "upcoming",
      review: "none",
      standing: "member",
    });
    expect(codes(json.members)).toEqual(["FR", "KE"]);
    expect(json).not.toHaveProperty("past");
    const { json: list } = await of.call("KE reader", "GET", "/v1/groups");
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual(["exercise", "ipr"]);
  });

  test("by a regional office under its own code, and by nobody else", async () => {
    const { call, refused } = await membersOfEveryKind();
    const body = { ...operation, id: "rilo-we-exercise" };
    expect((await call("RILO-WE releaser", "POST", "/v1/groups", body)).json).toMatchObject({
      owner: "RILO-WE",
      standing: "member",
    });
    for (const who of ["FR contact-point", "FR releaser", "RILO-WE officer", "X-PARTNER contact-point"])
      expect((await refused(who, "POST", "/v1/groups", { ...body, id: "other" })).status).toBe(403);
    const forAnother = { ...body, id: "rilo-we-other", owner: "FR" };
    const { errors } = await refused("RILO-WE contact-point", "POST", "/v1/groups", forAnother);
    expect(errors).toEqual([
      {
        pointer: "/owner",
        detail: "A regional office owns the groups that it creates. Leave the owner out.",
      },
    ]);
  });

  test("under a short name that tells a regional office of no group which it does not know", async () => {
    const { call, refused } = await membersOfEveryKind();
    await call("WCO operator", "POST", "/v1/groups", { ...operation, id: "stop3", owner: "FR" });
    await call("RILO-AP releaser", "POST", "/v1/groups", { ...operation, id: "rilo-ap-stop3" });
    const asked = async (id: string) => {
      const { json, status } = await refused("RILO-WE releaser", "POST", "/v1/groups", { ...operation, id });
      return { json, status };
    };
    const never = await asked("stop4");
    expect(never.status).toBe(422);
    for (const taken of ["stop3", "ipr", "rilo-ap-stop3"]) expect(await asked(taken)).toEqual(never);
    // An office whose code begins with another's has no name in common with it.
    expect(await asked("rilo-we-x-stop3")).toEqual(never);
    const own = { ...operation, id: "rilo-we-stop3" };
    expect((await call("RILO-WE releaser", "POST", "/v1/groups", own)).status).toBe(201);
    expect((await refused("RILO-WE releaser", "POST", "/v1/groups", own)).errors).toEqual([
      { pointer: "/id", detail: "There is a group rilo-we-stop3 already. Choose another short name." },
    ]);
    const byOperator = await refused("WCO operator", "POST", "/v1/groups", { ...own, id: "rilo-ap-new" });
    expect(byOperator.errors[0]?.pointer).toBe("/id");
  });

  test("with dates that make sense, an owner that takes part, and a name that can be an address", async () => {
    const { refused, store } = await membersOfEveryKind();
    await settle(store, "BE", { state: "suspended", name: "Belgium" });
    const wrong: readonly [object, string][] = [
      [{ until: operation.from }, "/until"],
      [{ from: "2026-10-01T00:00:00.000Z", until: "2026-11-01T00:00:00.000Z" }, "/until"],
      [{ owner: "BE" }, "/owner"],
      [{ owner: "ZW" }, "/owner"],
      [{ owner: "X-PARTNER" }, "/owner"],
      [{ id: "new" }, "/id"],
      [{ id: "Exercise 1" }, "/id"],
      [{ kind: "standing" }, "/from"],
    ];
    for (const [part, pointer] of wrong) {
      const answer = await refused("WCO operator", "POST", "/v1/groups", { ...operation, ...part });
      expect(answer.status, pointer).toBe(422);
      expect(answer.errors.map((error) => error.pointer)).toContain(pointer);
    }
    const { errors } = await refused("WCO operator", "POST", "/v1/groups", { ...operation, owner: "BE" });
    expect(errors[0]?.detail).toBe("Belgium is suspended. Reinstate it first.");
  });
});
