import { beforeEach, describe, expect, test } from "vitest";
import { writingToPeople } from "../../../functions/queues/mail/writing-to-people.ts";
import { getUser } from "../../../shared/adapters/records/users.ts";
import { PersonWork } from "../../../shared/domain/outbox.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { admit, settle } from "./people.ts";

const operator = "WCO operator";
const accounts = "/v1/contact-point-accounts";
let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const alone = (): string => String(of.people.get("KE contact-point"));
const help = (verb: string, id = alone(), etag = '"1"') =>
  of.call(operator, "POST", `${accounts}/KE/${id}/${verb}`, undefined, { "If-Match": etag });
const work = () => of.store.items().flatMap(({ pk, work: kept }) => (pk.startsWith("OUT#") ? [kept] : []));
const trailOf = (code: string) =>
  of.store
    .items()
    .flatMap(({ pk, action, actor, subject }) => (pk === `AUD#${code}` ? [{ action, actor, subject }] : []));

describe("the secretariat", () => {
  test("sees the contact points of an administration by name and state, and nobody else of it", async () => {
    of.people.set("KE gone", await admit(of.store, "KE", ["contact-point"], { state: "disabled" }));
    const { json } = await of.call(operator, "GET", `${accounts}/KE`);
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual([alone(), of.people.get("KE gone")]);
    for (const item of json.items)
      for (const name of ["email", "roles", "lastSeenAt"]) expect(item).not.toHaveProperty(name);
  });

  test("learns from no page of them how many others there are", async () => {
    const second = await admit(of.store, "KE", ["contact-point"]);
    const first = await of.call(operator, "GET", `${accounts}/KE?limit=1`);
    expect(first.json.items.map(({ id }: { id: string }) => id)).toEqual([alone()]);
    const next = await of.call(operator, "GET", `${accounts}/KE?limit=1&cursor=${first.json.nextCursor}`);
    expect(next.json).toMatchObject({ items: [{ id: second }], nextCursor: null });
  });

  test("resets a lone contact point's authenticator: refused from the next request, invited anew, and told of in both trails", async () => {
    expect(await help("reset-mfa")).toMatchObject({ status: 200, json: { state: "invited" } });
    expect((await of.refused("KE contact-point", "GET", "/v1/me")).status).toBe(401);
    const id = alone();
    expect(work()).toEqual(
      expect.arrayContaining([
        { kind: "invite-user", administration: "KE", user: id },
        { kind: "contact-point-assisted", administration: "KE", user: id, action: "authenticator-reset" },
      ]),
    );
    expect(trailOf("KE")).toContainEqual({ action: "users.reset-mfa", actor: "secretariat", subject: id });
    expect(trailOf("WCO")).toContainEqual({
      action: "users.reset-mfa",
      actor: of.people.get(operator),
      subject: id,
    });
  });

  test("invites a contact point where none is left who can come in, and not before", async () => {
    const body = { name: "Successor", email: "successor@ke.example" };
    expect((await of.refused(operator, "POST", `${accounts}/KE`, body)).status).toBe(409);
    expect((await help("disable")).json.state).toBe("disabled");
    const made = await of.call(operator, "POST", `${accounts}/KE`, body);
    expect(made).toMatchObject({ status: 202, json: { state: "invited", administration: "KE" } });
    expect(await getUser(of.store, "KE", made.json.id)).toMatchObject({ roles: ["contact-point"] });
    expect(
      (await of.refused(operator, "POST", `${accounts}/KE`, { ...body, email: "x@ke.example" })).status,
    ).toBe(409);
  });

  test("confirms a lone contact point, whom nobody there could", async () => {
    expect((await help("confirm")).json.confirmBy > "2027-11-01T00:00:00.000Z").toBe(true);
  });

  test("tells everybody who answers for the administration, whatever it does", async () => {
    await help("disable");
    const mails: { readonly to: string; readonly text: string }[] = [];
    const write = writingToPeople({
      store: of.store,
      mail: { send: async (mail) => void mails.push(mail) },
      consoleUrl: "https://console.example",
      clock: () => new Date(),
    });
    for (const each of work()) {
      const read = PersonWork.safeParse(each);
      if (read.success) await write(read.data);
    }
    expect(mails.map(({ to }) => to).sort()).toEqual([
      "contact-point@ke.example",
      "deputy@customs.example",
      "primary@customs.example",
    ]);
    for (const { text } of mails) expect(text).toMatch(/disabled the account of|a désactivé le compte de/);
  });

  test("tells everybody else where one address takes no mail", async () => {
    await help("disable");
    const told: string[] = [];
    const write = writingToPeople({
      store: of.store,
      mail: {
        send: async ({ to }) => {
          if (to === "contact-point@ke.example") throw new Error("Rejected");
          told.push(to);
        },
      },
      consoleUrl: "https://console.example",
      clock: () => new Date(),
    });
    const [assisted] = work().flatMap((each) => PersonWork.safeParse(each).data ?? []);
    if (assisted === undefined) throw new Error("Nobody is to be told");
    await expect(write(assisted)).rejects.toThrow("Not everybody could be told");
    expect(told.sort()).toEqual(["deputy@customs.example", "primary@customs.example"]);
  });

  test("helps nobody else than contact points, nor those of its own, nor where nobody can come in", async () => {
    const at = (path: string, verb: string) =>
      of.refused(operator, "POST", `${accounts}/${path}/${verb}`, undefined, { "If-Match": '"1"' });
    const never = await at("KE/0199d3a0-0000-7000-8000-000000000000", "disable");
    expect(never.status).toBe(404);
    expect(await at(`KE/${of.people.get("KE releaser")}`, "disable")).toEqual(never);
    expect((await at(`WCO/${of.people.get("WCO contact-point")}`, "reset-mfa")).status).toBe(403);
    await settle(of.store, "KE", { state: "left" });
    expect((await at(`KE/${alone()}`, "reset-mfa")).status).toBe(409);
  });

  test("helps on the version that it saw", async () => {
    expect((await help("disable", alone(), '"7"')).status).toBe(412);
  });
});

test.each(["KE contact-point", "FR contact-point", "WCO contact-point", "WCO releaser"])(
  "nobody else asks for the accounts of others' contact points: %s",
  async (who) => {
    expect((await of.refused(who, "GET", `${accounts}/KE`)).status).toBe(403);
  },
);
