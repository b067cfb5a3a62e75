import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import { audit } from "../../shared/contract/audit.ts";
import { groups } from "../../shared/contract/groups.ts";
import { subscriptions } from "../../shared/contract/subscriptions.ts";
import { addMailbox, confirm, confirmationOf, removeAdded } from "./duty.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, inbox, refusal, request, run, tokenOf, until } from "./system.ts";

afterAll(removeAdded);

/** The United States own it; France and Germany are admitted; Great Britain is in the exchange, and outside. */
const id = `exercise-${run.slice(-12)}`;
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const member = async (code: string, by: string, role: string) => ({
  token: await tokenOf(by, role),
  params: { id, code },
});
const listed = async (code: string, query: Record<string, string> = {}) =>
  (await api.call(alerts.list, { token: await tokenOf(code, "reader"), query: { limit: "100", ...query } }))
    .body.items;
const heard = async (address: string, reference: string) =>
  (await inbox.mails()).filter(({ to, subject }) => to.includes(address) && subject.includes(reference))
    .length;

let first: Awaited<ReturnType<typeof releaseBy>>;
let second: Awaited<ReturnType<typeof releaseBy>>;
let french: string;
let german: string;

test("the secretariat creates an operation, and its owner admits members to it", async () => {
  const { body } = await api.call(groups.create, {
    token: await tokenOf("WCO", "operator"),
    body: {
      kind: "operation",
      id,
      name: `Operation (exercise ${run})`,
      from: day(-1),
      until: day(1),
      history: "from-admission",
      owner: "US",
    },
  });
  expect(body).toMatchObject({ id, owner: "US", state: "running" });
  expect((await refusal(api.call(groups.admit, await member("GB", "FR", "releaser")))).status).toBe(404);
  for (const code of ["FR", "DE"]) {
    const { body: admitted } = await api.call(groups.admit, await member(code, "US", "releaser"));
    expect(admitted.code).toBe(code);
  }
  const { body: seen } = await api.call(groups.get, {
    token: await tokenOf("FR", "reader"),
    params: { id },
  });
  expect(seen.members.map(({ code }) => code).sort()).toEqual(["DE", "FR", "US"]);
});

test("a release into it is heard and read by its members; whoever is outside finds nothing", async () => {
  const french_ = await addMailbox("FR", "operation", { group: id });
  const german_ = await addMailbox("DE", "operation", { group: id });
  for (const each of [french_, german_]) await confirm(each, await confirmationOf(each));
  [french, german] = [french_.address, german_.address];
  const outside = addMailbox("GB", "operation", { group: id });
  expect((await refusal(outside)).errors?.[0]?.pointer).toBe("/criteria/group");

  first = await releaseBy("US", await draftBy("US", "officer", { group: id }));
  expect(first.reference.startsWith(`${id.toUpperCase()}-`)).toBe(true);
  for (const address of [french, german])
    await until("the notice", async () => ((await heard(address, first.reference)) > 0 ? true : undefined));
  for (const code of ["FR", "DE", "US"]) {
    expect((await listed(code)).map((row) => row.id)).toContain(first.id);
    expect((await listed(code, { group: id })).map((row) => row.id)).toEqual([first.id]);
  }

  const token = await tokenOf("GB", "releaser");
  const headers = { "content-type": "application/json", "if-match": '"1"' };
  const asked = async (group: string, alert: string) => {
    const all = [];
    for (const [method, path, body] of [
      ["GET", `/groups/${group}`, undefined],
      ["GET", `/groups/${group}/members/US`, undefined],
      ["PUT", `/groups/${group}/members/GB`, undefined],
      ["PATCH", `/groups/${group}`, { name: "x" }],
      ["GET", `/alerts?group=${group}`, undefined],
      ["GET", `/alerts/${alert}`, undefined],
    ] as const) {
      const { json, ...rest } = await request(method, path, {
        token,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const { instance: _, ...said } = json;
      all.push({ ...rest, said });
    }
    return all;
  };
  const never = await asked(`never-${run.slice(-12)}`, "01930000-0000-7000-8000-000000000000");
  expect(await asked(id, first.id)).toEqual(never);
  expect(never.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 404));
  expect((await listed("GB")).map((row) => row.id)).not.toContain(first.id);
  const mine = await api.call(groups.list, { token, query: {} });
  expect(mine.body.items.map((group) => group.id)).not.toContain(id);
});

test("a removed member reads what it was sent while inside, and nothing that came after", async () => {
  const target = await member("DE", "US", "contact-point");
  const { etag } = await api.call(groups.member, target);
  await api.call(groups.remove, { ...target, ifMatch: etag });

  second = await releaseBy("US", await draftBy("US", "officer", { group: id }));
  await until("the notice", async () => ((await heard(french, second.reference)) > 0 ? true : undefined));
  // Whoever else was to hear of it would have by now.
  await sleep(3000);
  expect(await heard(german, second.reference)).toBe(0);
  expect((await listed("FR", { group: id })).map((row) => row.id)).toEqual([second.id, first.id]);
  expect((await listed("DE", { group: id })).map((row) => row.id)).toEqual([first.id]);
  const token = await tokenOf("DE", "reader");
  expect((await api.call(alerts.get, { token, params: { id: first.id } })).body.id).toBe(first.id);
  expect((await refusal(api.call(alerts.get, { token, params: { id: second.id } }))).status).toBe(404);
  expect((await refusal(draftBy("DE", "officer", { group: id }))).errors?.[0]?.pointer).toBe("/group");

  const { body: now } = await api.call(groups.get, { token, params: { id } });
  expect(now).toMatchObject({ id, standing: "former", members: [] });
  expect(now).not.toHaveProperty("name");
  // Its own trail says that it was removed, and by whose hand, without a name.
  const entry = await until("the entry in Germany's trail", async () => {
    const { body } = await api.call(audit.list, {
      token: await tokenOf("DE", "contact-point"),
      query: { limit: "25" },
    });
    const entries = body.items.flatMap((item) => ("entry" in item ? [item.entry] : []));
    return entries.find(({ action, subject }) => action === "groups.removed" && subject === id);
  });
  expect(entry).toMatchObject({ actor: "system", detail: { by: "US" } });
});

test("an operation that ended is read, and takes no release any more", async () => {
  const draft = await draftBy("FR", "officer", { group: id });
  const token = await tokenOf("US", "releaser");
  const { etag = "" } = await api.call(groups.get, { token, params: { id } });
  const ended = await api.call(groups.update, {
    token,
    params: { id },
    ifMatch: etag,
    body: { ended: true },
  });
  expect(ended.body.state).toBe("ended");
  const refused = await refusal(releaseBy("FR", draft));
  expect(refused.errors).toEqual([
    {
      pointer: "/group",
      detail: expect.stringMatching(/ended on \d{4}-\d{2}-\d{2}; it can be read, not written to\.$/),
    },
  ]);
  expect((await listed("FR", { group: id })).map((row) => row.id)).toEqual([second.id, first.id]);
  const again = api.call(groups.update, {
    token,
    params: { id },
    ifMatch: ended.etag,
    body: { until: day(2) },
  });
  expect((await refusal(again)).status).toBe(409);
  await api.call(alerts.discard, { ...draft, token: await tokenOf("FR", "officer") });
});

test("what is subscribed to it afterwards is refused to whoever left it", async () => {
  const add = api.call(subscriptions.create, {
    token: await tokenOf("DE", "contact-point"),
    body: {
      destination: { channel: "email", address: `late.${run}@de.customs.example` },
      language: "en",
      criteria: { group: id },
    },
  });
  expect((await refusal(add)).status).toBe(422);
});
