import { beforeEach, describe, expect, test } from "vitest";
import { CODE, type Exchange, exchange } from "./exchange.ts";
import { settle } from "./people.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const mailbox = { channel: "email", address: "duty@fr.example" };
const phone = { channel: "sms", address: "+33140246510" };
const who = "FR contact-point";

const subscribe = async (destination: object, change: object = {}) => {
  const body = { destination, language: "fr", criteria: { group: "ipr" }, ...change };
  const made = await of.call(who, "POST", "/v1/subscriptions", body);
  return { ...made, path: `/v1/subscriptions/${made.json.id}` };
};
const state = async (path: string) => (await of.call(who, "GET", path)).json.state;
const version = async (path: string) => (await of.call(who, "GET", path)).etag;
const outbox = () => of.store.items().flatMap(({ pk, work }) => (pk.startsWith("OUT#") ? [work] : []));
const endpoints = () => of.store.items().filter(({ sk }) => sk.startsWith("END#"));
const link = (token: string, host = "sns.us-east-1.amazonaws.com") =>
  `https://${host}/?Action=ConfirmSubscription&TopicArn=topic&Token=${encodeURIComponent(token)}`;

describe("a new subscription", () => {
  test("waits for its address to be confirmed; what is left out of its criteria asks for everything", async () => {
    const made = await subscribe(mailbox);
    expect(made).toMatchObject({
      status: 201,
      headers: { location: made.path },
      json: { state: "pending", criteria: { minimumSeverity: "low", types: [], categories: [] } },
    });
    expect(outbox()).toMatchObject([{ kind: "confirm-endpoint", administration: "FR" }]);
  });

  test("of an address that is there already shares it, and asks nobody again", async () => {
    await subscribe(mailbox);
    const second = await subscribe(
      { ...mailbox, address: "Duty@FR.example" },
      { criteria: { group: "ipr", types: ["seizure"] } },
    );
    expect(second.status).toBe(201);
    expect(endpoints()).toHaveLength(1);
    expect(outbox()).toHaveLength(1);
    expect((await of.call(who, "GET", "/v1/subscriptions")).json.items).toHaveLength(2);
  });

  test("is refused while the administration has no topic", async () => {
    await settle(of.store, "FR", { topics: [] });
    const body = { destination: mailbox, language: "en", criteria: { group: "ipr" } };
    expect((await of.refused(who, "POST", "/v1/subscriptions", body)).status).toBe(409);
  });
});

test("a group that the administration is not in is refused at the field, made and changed", async () => {
  const { path, etag } = await subscribe(mailbox);
  const criteria = { group: "operation-stop" };
  const body = { destination: mailbox, language: "fr", criteria };
  const made = await of.refused(who, "POST", "/v1/subscriptions", body);
  const changed = await of.refused(who, "PATCH", path, { criteria }, { "If-Match": etag });
  for (const answer of [made, changed])
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/criteria/group" }] });
});

describe("confirming", () => {
  test("a phone needs the code sent to it", async () => {
    const { path } = await subscribe(phone);
    const wrong = await of.call(who, "POST", `${path}/confirm`, { code: "000000" });
    expect(wrong).toMatchObject({ status: 422, json: { errors: [{ pointer: "/code" }] } });
    expect(wrong.json.detail).toContain("4 tries are left");
    expect(await state(path)).toBe("pending");
    expect((await of.call(who, "POST", `${path}/confirm`, { code: CODE })).json.state).toBe("active");
  });

  test("five wrong codes use it up, also for the right one", async () => {
    const { path } = await subscribe(phone);
    for (let n = 0; n < 5; n++) await of.call(who, "POST", `${path}/confirm`, { code: "000000" });
    expect((await of.refused(who, "POST", `${path}/confirm`, { code: CODE })).status).toBe(409);
    expect((await of.call(who, "POST", `${path}/resend`)).status).toBe(202);
    expect((await of.call(who, "POST", `${path}/confirm`, { code: CODE })).json.state).toBe("active");
  });

  test("a mailbox needs the link of its own e-mail", async () => {
    const { path } = await subscribe(mailbox);
    const answer = await of.call(who, "POST", `${path}/confirm`, { link: link("other@fr.example") });
    expect(answer.status).toBe(409);
    expect(await state(path)).toBe("pending");
    const confirmed = await of.call(who, "POST", `${path}/confirm`, { link: link(mailbox.address) });
    expect(confirmed.json.state).toBe("active");
  });

  test("the link of another mailbox confirms nothing here, although the own one was followed", async () => {
    const { path } = await subscribe(mailbox);
    of.topics.follow(mailbox.address);
    const answer = await of.call(who, "POST", `${path}/confirm`, { link: link("other@fr.example") });
    expect(answer.status).toBe(409);
    expect(await state(path)).toBe("pending");
  });

  test("a mailbox whose link was followed already needs the code", async () => {
    const { path } = await subscribe(mailbox);
    expect((await of.call(who, "POST", `${path}/confirm`, { code: CODE })).status).toBe(409);
    of.topics.follow(mailbox.address);
    expect((await of.call(who, "POST", `${path}/confirm`, { code: CODE })).json.state).toBe("active");
  });

  test.each<[string, object, string]>([
    ["nothing", {}, ""],
    ["both", { code: CODE, link: link(mailbox.address) }, ""],
    ["a code of five digits", { code: "12345" }, "/code"],
    [
      "a link of somebody else",
      { link: link(mailbox.address, "sns.us-east-1.amazonaws.com.attacker.example") },
      "/link",
    ],
    [
      "a link without its token",
      { link: "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription" },
      "/link",
    ],
  ])("by %s is refused and costs no try", async (_, body, pointer) => {
    const { path } = await subscribe(mailbox);
    const answer = await of.refused(who, "POST", `${path}/confirm`, body);
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer }] });
  });

  test("a code is sent five times, and no more", async () => {
    const { path } = await subscribe(phone);
    for (let n = 1; n < 5; n++) expect((await of.call(who, "POST", `${path}/resend`)).status).toBe(202);
    expect((await of.refused(who, "POST", `${path}/resend`)).status).toBe(409);
  });
});

test("a confirmation makes another version of all that show the address", async () => {
  const [first, second] = [await subscribe(mailbox), await subscribe(mailbox)];
  await of.call(who, "POST", `${first.path}/confirm`, { link: link(mailbox.address) });
  for (const { path, etag } of [first, second]) expect(await version(path)).not.toBe(etag);
});

describe("changing", () => {
  test("takes other criteria and keeps the address", async () => {
    const { path, etag } = await subscribe(mailbox);
    const criteria = { group: "ipr", minimumSeverity: "high", hsPrefixes: ["30"] };
    const changed = await of.call(who, "PATCH", path, { criteria }, { "If-Match": etag });
    expect(changed.json).toMatchObject({ criteria, language: "fr", destination: mailbox });
    const answer = await of.refused(who, "PATCH", path, { criteria }, { "If-Match": etag });
    expect(answer.status).toBe(412);
  });

  test("of the address is none: it is another subscription", async () => {
    const { path, etag } = await subscribe(mailbox);
    const answer = await of.refused(who, "PATCH", path, { destination: phone }, { "If-Match": etag });
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/destination" }] });
  });
});

describe("removing", () => {
  test("releases the address with the last subscription that uses it", async () => {
    const first = await subscribe(mailbox);
    const second = await subscribe(mailbox);
    await of.call(who, "POST", `${first.path}/confirm`, { link: link(mailbox.address) });
    const remove = async (path: string) =>
      of.call(who, "DELETE", path, undefined, { "If-Match": await version(path) });
    expect((await remove(first.path)).status).toBe(204);
    expect(await state(second.path)).toBe("active");
    expect((await remove(second.path)).status).toBe(204);
    expect(endpoints()).toEqual([]);
    expect(outbox().at(-1)).toMatchObject({ kind: "remove-endpoint", administration: "FR" });
    expect((await of.refused(who, "GET", second.path)).status).toBe(404);
  });

  test("of an address that was not confirmed yet lets go of it, too: SNS's link may have been followed", async () => {
    const { path, etag } = await subscribe(mailbox);
    of.topics.follow(mailbox.address);
    await of.call(who, "DELETE", path, undefined, { "If-Match": etag });
    expect(endpoints()).toEqual([]);
    expect(outbox().at(-1)).toEqual({
      kind: "remove-endpoint",
      administration: "FR",
      endpoint: expect.any(String),
      topic: expect.any(String),
      address: mailbox.address,
    });
  });

  test("needs the current version", async () => {
    const { path } = await subscribe(mailbox);
    expect((await of.refused(who, "DELETE", path)).status).toBe(428);
    expect((await of.refused(who, "DELETE", path, undefined, { "If-Match": '"9"' })).status).toBe(412);
  });
});

test("subscriptions are the own contact point's alone", async () => {
  const { path, etag } = await subscribe(mailbox);
  const headers = { "If-Match": etag };
  for (const [method, address, body] of [
    ["GET", path],
    ["PATCH", path, { language: "en" }],
    ["DELETE", path],
    ["POST", `${path}/confirm`, { code: CODE }],
    ["POST", `${path}/resend`],
  ] as const) {
    expect((await of.refused("KE contact-point", method, address, body, headers)).status).toBe(404);
    expect((await of.refused("FR duty", method, address, body, headers)).status).toBe(403);
  }
  expect((await of.call("KE contact-point", "GET", "/v1/subscriptions")).json.items).toEqual([]);
});
