import { beforeEach, expect, test } from "vitest";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { admit } from "./people.ts";

const boss = "FR contact-point";
let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const pathOf = (who: string): string => `/v1/users/${of.people.get(who)}`;
const confirm = async (who: string, headers?: Record<string, string>) => {
  const shown = await of.call(boss, "GET", pathOf(who));
  return of.call(boss, "POST", `${pathOf(who)}/confirm`, undefined, headers ?? { "If-Match": shown.etag });
};

test("somebody confirmed is due a year from now, and the trail keeps for which roles", async () => {
  const before = await of.call(boss, "GET", pathOf("FR officer"));
  expect(before.json).toMatchObject({ confirmBy: "2027-11-01T00:00:00.000Z" });
  const confirmed = await confirm("FR officer");
  expect(confirmed.status).toBe(200);
  const { confirmedAt, confirmBy } = confirmed.json;
  expect(Date.parse(confirmBy) - Date.parse(confirmedAt)).toBe(365 * 86_400_000);
  const entries = of.store.items().filter(({ action }) => action === "users.confirm");
  expect(entries).toMatchObject([{ subject: of.people.get("FR officer"), detail: { roles: "officer" } }]);
});

test("what a list showed is confirmed, and nothing else: roles that were changed meanwhile are not", async () => {
  const { json } = await of.call(boss, "GET", "/v1/users?limit=100");
  const shown = json.items.find(({ id }: { id: string }) => id === of.people.get("FR officer"));
  await of.call(
    boss,
    "PATCH",
    pathOf("FR officer"),
    { roles: ["releaser"] },
    { "If-Match": `"${shown.revision}"` },
  );
  expect((await confirm("FR officer", { "If-Match": `"${shown.revision}"` })).status).toBe(412);
  expect((await confirm("FR officer", {})).status).toBe(428);
});

test("somebody disabled is not confirmed, but by being let in again", async () => {
  of.people.set(
    "FR gone",
    await admit(of.store, "FR", ["duty"], { state: "disabled", email: "gone@fr.example" }),
  );
  expect((await of.call(boss, "GET", pathOf("FR gone"))).json).not.toHaveProperty("confirmBy");
  expect((await confirm("FR gone")).status).toBe(409);
  const again = await of.call(boss, "PATCH", pathOf("FR gone"), { state: "active" }, { "If-Match": '"1"' });
  expect(again.json).toMatchObject({ state: "active", confirmedAt: expect.any(String) });
});

test("somebody who never came in is invited still after having been disabled, so that the invitation can be mailed again", async () => {
  const made = await of.call(boss, "POST", "/v1/users", {
    name: "New",
    email: "new@fr.example",
    roles: ["officer"],
  });
  of.people.set("FR new", String(made.json.id));
  const user = await getUser(of.store, "FR", String(made.json.id));
  if (user === undefined) throw new Error("There is nobody");
  // The worker has invited the person by now.
  await of.store.writeMany([{ put: userItem({ ...user, subject: "sub" }) }]);
  const off = await of.call(
    boss,
    "PATCH",
    made.json.id && pathOf("FR new"),
    { state: "disabled" },
    { "If-Match": '"1"' },
  );
  const on = await of.call(boss, "PATCH", pathOf("FR new"), { state: "active" }, { "If-Match": off.etag });
  expect(on.json.state).toBe("invited");
  expect((await of.call(boss, "POST", `${pathOf("FR new")}/resend-invitation`)).status).toBe(202);
});
