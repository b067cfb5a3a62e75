import { describe, expect, test } from "vitest";
import {
  codes,
  etagOf,
  instant,
  keepTime,
  readmit,
  remove,
  tick,
  trailOf,
  withKenya,
} from "./group-world.ts";
import { settle } from "./people.ts";

keepTime();

describe("an administration is admitted and removed", () => {
  test("each time by an entry in the trail of whoever did it, and in its own without anybody's name", async () => {
    const of = await withKenya();
    expect((await remove(of, "FR contact-point", "KE")).status).toBe(204);
    const subject = "exercise";
    expect((await trailOf(of, "FR")).filter((entry) => entry.subject === subject)).toMatchObject([
      { action: "groups.remove", actor: of.people.get("FR contact-point"), detail: { administration: "KE" } },
      { action: "groups.admit", actor: of.people.get("FR releaser"), detail: { administration: "KE" } },
      { action: "groups.admitted", actor: "system", detail: { by: "WCO" } },
    ]);
    const kenyas = (await trailOf(of, "KE")).filter((entry) => entry.subject === subject);
    expect(kenyas).toMatchObject([
      { action: "groups.removed", actor: "system", detail: { by: "FR" } },
      { action: "groups.admitted", actor: "system", detail: { by: "FR" } },
    ]);
    for (const who of ["FR contact-point", "FR releaser"])
      expect(JSON.stringify(kenyas)).not.toContain(of.people.get(who));
  });

  test("again by another interval, which needs the version of the membership that ended", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise/members/KE";
    const first = (await of.call("FR releaser", "GET", path)).json;
    expect((await of.call("FR releaser", "PUT", path)).json).toEqual(first);
    const outdated = await etagOf(of, "FR releaser", path);
    await remove(of, "FR releaser", "KE");
    expect((await of.refused("FR releaser", "PUT", path)).status).toBe(428);
    expect((await of.refused("FR releaser", "PUT", path, undefined, { "If-Match": outdated })).status).toBe(
      412,
    );
    tick();
    const { json } = await readmit(of, "FR releaser", "KE");
    expect(json.intervals).toEqual([{ from: first.since, until: expect.any(String) }, { from: instant() }]);
    expect(json).not.toHaveProperty("left");
  });

  test("with its past shown to whoever manages the group, and to itself", async () => {
    const of = await withKenya();
    await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE");
    await remove(of, "FR releaser", "KE");
    const past = (await of.call("FR contact-point", "GET", "/v1/groups/exercise")).json.past;
    expect(codes(past)).toEqual(["DE", "FR", "KE"]);
    expect((await of.call("WCO operator", "GET", "/v1/groups/exercise")).json.past).toEqual(past);
    expect((await of.call("DE contact-point", "GET", "/v1/groups/exercise")).json).not.toHaveProperty("past");
    const own = (await of.call("KE reader", "GET", "/v1/groups/exercise/members/KE")).json;
    expect(own.intervals).toHaveLength(1);
    const unknown = await of.refused("DE reader", "GET", "/v1/groups/exercise/members/KE");
    expect(unknown.json).toEqual(
      (await of.refused("DE reader", "GET", "/v1/groups/exercise/members/ZW")).json,
    );
  });

  test("only while it takes part in the exchange; the others are named with what keeps them out", async () => {
    const of = await withKenya();
    const states = {
      BE: ["suspended", "BE is suspended. Reinstate it first."],
      NL: ["left", "NL has left the exchange."],
      LU: ["provisioning", "LU is not set up yet. Wait until its people can sign in."],
    } as const;
    for (const [code, [state, detail]] of Object.entries(states)) {
      await settle(of.store, code, { state });
      const { json, status } = await of.refused("FR releaser", "PUT", `/v1/groups/exercise/members/${code}`);
      expect({ status, detail: json.detail }).toEqual({ status: 409, detail });
    }
    const { json } = await of.refused("FR releaser", "PUT", "/v1/groups/exercise/members/ZW");
    expect(json.detail).toBe("ZW does not take part in the exchange yet.");
  });

  test("never from ipr, which holds everybody, nor while it owns the group", async () => {
    const of = await withKenya();
    for (const [method, who, path] of [
      ["PUT", "WCO operator", "/v1/groups/ipr/members/ZW"],
      ["DELETE", "WCO operator", "/v1/groups/ipr/members/FR"],
      ["DELETE", "FR contact-point", "/v1/groups/ipr/members/FR"],
      ["DELETE", "WCO operator", "/v1/groups/exercise/members/FR"],
      ["DELETE", "FR contact-point", "/v1/groups/exercise/members/FR"],
    ] as const)
      expect((await of.refused(who, method, path, undefined, { "If-Match": '"1"' })).status, path).toBe(409);
  });

  test("by its own contact point, who takes it out", async () => {
    const of = await withKenya();
    for (const who of ["KE releaser", "KE officer"])
      expect(
        (await of.refused(who, "DELETE", "/v1/groups/exercise/members/KE", undefined, { "If-Match": '"1"' }))
          .status,
      ).toBe(403);
    expect((await remove(of, "KE contact-point", "KE")).status).toBe(204);
    expect((await trailOf(of, "KE"))[0]).toMatchObject({
      action: "groups.leave",
      actor: of.people.get("KE contact-point"),
    });
    const again = await of.refused(
      "KE contact-point",
      "DELETE",
      "/v1/groups/exercise/members/KE",
      undefined,
      {
        "If-Match": '"2"',
      },
    );
    expect(again.json.detail).toBe("KE is not in the group now.");
  });
});
