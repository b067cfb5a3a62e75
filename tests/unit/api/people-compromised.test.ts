import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { peopling } from "../../../functions/queues/provision/peopling.ts";
import { administrationKey } from "../../../shared/adapters/records/administrations.ts";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import { sealerOf } from "../audit/trails.ts";
import { cognito } from "../workers/aws.ts";
import { immortal } from "../workers/mortal.ts";
import { type Exchange, exchange, release } from "./exchange.ts";

const boss = "KE contact-point";
let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const pathOf = (who: string): string => `/v1/users/${of.people.get(who)}`;
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const report = (who: string, since: string, by = boss) =>
  of.call(by, "POST", `${pathOf(who)}/compromised`, { since });
const shown = (rows: readonly { reference?: string; action: string }[]) =>
  rows.flatMap(({ reference, action }) => (action === "alerts.get" ? [reference] : []));

describe("an account in other hands", () => {
  test("is refused from the next request on, and what it saw since is told with whom to inform", async () => {
    const { path, released } = await release(of);
    await of.call("KE officer", "GET", path);
    await of.call("KE officer", "GET", "/v1/alerts?group=ipr");
    await of.call("KE releaser", "GET", path);
    await sealerOf(of.store)("KE");
    // What is not sealed yet is told, too.
    await of.call("KE officer", "GET", path);
    const answer = await report("KE officer", ago(5));
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      items: [
        { action: "alerts.get", reference: released.json.reference, administration: "FR" },
        { action: "alerts.list", subject: "ipr", rows: 0 },
        { action: "alerts.get", reference: released.json.reference, administration: "FR" },
      ],
      nextCursor: null,
    });
    expect((await of.refused("KE officer", "GET", "/v1/me")).status).toBe(401);
    expect((await of.call(boss, "GET", pathOf("KE officer"))).json).toMatchObject({
      state: "disabled",
      disabledBecause: "compromised",
    });
  });

  test("saw nothing before the time that is named, and the list can be read again, page by page", async () => {
    const { path } = await release(of);
    for (let n = 0; n < 5; n++) await of.call("KE officer", "GET", path);
    await sealerOf(of.store)("KE");
    expect((await report("KE officer", ago(0))).json.items).toEqual([]);
    // Said again, of an earlier time.
    expect(shown((await report("KE officer", ago(5))).json.items)).toHaveLength(5);
    const rows = [];
    let cursor = "";
    for (let page = 1; page <= 3; page++) {
      const { json } = await of.call(boss, "GET", `${pathOf("KE officer")}/compromised?limit=2${cursor}`);
      rows.push(...json.items);
      cursor = `&cursor=${json.nextCursor}`;
      expect(json.nextCursor === null).toBe(page === 3);
    }
    expect(shown(rows)).toHaveLength(5);
    const disclosures = of.store.items().filter(({ action }) => action === "users.sightings");
    expect(disclosures).toHaveLength(5);
    // The secretariat reads these entries, and is to learn of no alert by them.
    for (const { detail } of disclosures) expect(Object.keys(detail as object)).toEqual(["since"]);
  });

  test("is not looked into unless somebody said so, nor by another administration, nor of a time to come", async () => {
    expect((await of.refused(boss, "GET", `${pathOf("KE officer")}/compromised`)).status).toBe(409);
    const later = await of.refused(boss, "POST", `${pathOf("KE officer")}/compromised`, { since: ago(-5) });
    expect(later.errors).toEqual([{ pointer: "/since", detail: "Write a time that has passed." }]);
    for (const by of ["FR contact-point", "KE officer", "KE auditor", "WCO operator"])
      expect([403, 404]).toContain(
        (await of.refused(by, "POST", `${pathOf("KE reader")}/compromised`, { since: ago(5) })).status,
      );
  });

  test("loses its account of the pool; let in again, the person is invited to another one", async () => {
    const aws = cognito();
    const pool = await aws.as(immortal()).ensurePool("KE", { subject: "", body: "" });
    const key = administrationKey("KE");
    await of.store.writeMany([{ put: { ...(await of.store.get(key)), ...key, pool } }]);
    const id = String(of.people.get("KE officer"));
    const person = async () => {
      const found = await getUser(of.store, "KE", id);
      if (found === undefined) throw new Error("There is nobody");
      return found;
    };
    const made = await aws.as(immortal()).ensureUser(pool.userPoolId, await person());
    await of.store.writeMany([{ put: userItem({ ...(await person()), ...made }) }]);
    const people = peopling({
      store: of.store,
      pools: aws.as(immortal()),
      clock: () => new Date(),
      newId: () => v7(),
    });
    const users = () => aws.pools[0]?.users;

    await report("KE officer", ago(5));
    await people.applyState("KE", id);
    expect(users()?.has(id)).toBe(false);

    const { etag } = await of.call(boss, "GET", pathOf("KE officer"));
    const on = await of.call(boss, "PATCH", pathOf("KE officer"), { state: "active" }, { "If-Match": etag });
    expect(on.json.state).toBe("invited");
    await people.applyState("KE", id);
    expect(users()?.get(id)?.sub).not.toBe(made.subject);
    expect((await person()).subject).toBe(users()?.get(id)?.sub);
    expect(aws.invited).toEqual([id, id]);
  });
});
