import { afterAll, expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import { attachments } from "../../shared/contract/attachments.ts";
import { audit } from "../../shared/contract/audit.ts";
import { systemAccounts } from "../../shared/contract/system-accounts.ts";
import { pngOf } from "../unit/workers/pictures.ts";
import { addMailbox, confirm, confirmationOf, removeAdded } from "./duty.ts";
import { announce, checked, complete, send } from "./files.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, inbox, refusal, run, system, tokenOf, until } from "./system.ts";

afterAll(removeAdded);

const audience = { kind: "administrations" as const, administrations: ["FR", "DE"] };
const reason = `Recalled in ${run}: the laboratory was mistaken.`;
let released: Awaited<ReturnType<typeof releaseBy>>;
let photograph: string;
/** Of a duty desk that asks for this kind of alert alone. */
let desk: string;

const asked = async (administration: string, role: string) => ({
  token: await tokenOf(administration, role),
  params: { id: released.id },
});
const sign = async (administration: string, role: string, body: { reason?: string } = {}) => {
  const who = await asked(administration, role);
  const { etag } = await api.call(alerts.recallState, who);
  return api.call(alerts.recall, { ...who, body, ifMatch: etag });
};
const noticesTo = async (address: string) =>
  (await inbox.mails()).filter(
    ({ to, subject }) => to.includes(address) && subject.includes(released.reference),
  );

test("an alert of the United States reaches the duty desks of France and Germany", async () => {
  const added = await addMailbox("FR", "recall", { types: ["seizure"], categories: ["gloves"] });
  await confirm(added, await confirmationOf(added));
  desk = added.address;
  const draft = await draftBy("US", "officer", { audience });
  const file = pngOf(40, 30);
  const announced = await announce("US", draft.params.id, file);
  await send(announced, file);
  await complete("US", announced.id);
  photograph = (await checked("US", announced.id)).id;
  const { etag } = await api.call(alerts.get, { ...draft, token: await tokenOf("US", "officer") });
  released = await releaseBy("US", { ...draft, ifMatch: etag });
  await until("the notice of the release", async () => (await noticesTo(desk))[0], 20);
  await api.call(alerts.get, await asked("DE", "reader"));
  const officer = await asked("DE", "officer");
  for (const content of [
    { type: "question", text: `Canaryquestion ${run}` },
    { type: "translation", language: "fr", title: "Canarytitre", summary: "Canaryrésumé", by: "person" },
  ] as const)
    await api.call(alerts.followUp, { ...officer, body: { content } });
});

test("one person signs once: a second signature of theirs, or of the secretariat's only operator, recalls nothing", async () => {
  await sign("US", "releaser", { reason });
  expect((await refusal(sign("US", "releaser"))).status).toBe(409);
  // The secretariat finds what it may not read by its reference.
  const operator = await asked("WCO", "operator");
  expect((await refusal(api.call(alerts.get, operator))).status).toBe(404);
  const query = { reference: released.reference };
  const { body: found } = await api.call(alerts.recalls, { token: operator.token, query });
  expect(found.items).toEqual([{ id: released.id, reference: released.reference, state: "released" }]);
  await sign("WCO", "operator", { reason });
  expect((await refusal(sign("WCO", "operator"))).status).toBe(409);
  expect((await refusal(sign("FR", "releaser", { reason }))).status).toBe(403);
  expect((await refusal(api.call(alerts.recallState, await asked("GB", "releaser")))).status).toBe(404);
  expect((await api.call(alerts.get, await asked("FR", "reader"))).body.state).toBe("released");
});

test("the contact point's signature takes it out of everybody's reach at once", async () => {
  const { body: waiting } = await api.call(alerts.recalls, {
    token: await tokenOf("US", "contact-point"),
    query: {},
  });
  expect(waiting.items.map(({ id }) => id)).toContain(released.id);
  const { body } = await sign("US", "contact-point");
  expect(body).toMatchObject({ state: "recalled", recalled: { reason, administration: "US" } });
  for (const [administration, role] of [
    ["US", "releaser"],
    ["FR", "reader"],
    ["DE", "duty"],
  ] as const) {
    const who = await asked(administration, role);
    expect((await refusal(api.call(alerts.get, who))).status).toBe(410);
    for (const ask of [
      () => api.call(alerts.acknowledgements, who),
      () => api.call(alerts.followUps, { ...who, query: {} }),
      () => api.call(alerts.followUps, { ...who, query: { type: "translation" } }),
      () => api.call(alerts.versions, who),
      () => api.call(alerts.disclosureRequests, who),
      () => api.call(attachments.list, { token: who.token, query: { alert: released.id } }),
      () => api.call(attachments.get, { token: who.token, params: { id: photograph } }),
    ])
      expect([404, 410]).toContain((await refusal(ask())).status);
    const { body: list } = await api.call(alerts.list, { token: who.token, query: { limit: "100" } });
    const row = list.items.find(({ id }) => id === released.id);
    expect(row).toMatchObject({ state: "recalled", title: "", categories: [], countries: [] });
  }
});

test("what was asked about it waits with nobody any more", async () => {
  for (const administration of ["US", "DE"]) {
    const token = await tokenOf(administration, "officer");
    const { body } = await api.call(alerts.followUpTasks, { token, query: {} });
    expect(body.items.filter(({ alert }) => alert === released.id)).toEqual([]);
  }
});

test("the author's trail is whole, with both signatures and without a word of the alert", async () => {
  const token = await tokenOf("US", "contact-point");
  const entries = await until("the sealed signatures", async () => {
    const { body } = await api.call(audit.list, { token, query: { subject: released.id } });
    const signed = body.items.filter((item) => "entry" in item && item.entry.action === "alerts.recall");
    return signed.length === 2 ? body.items : undefined;
  });
  expect(JSON.stringify(entries)).not.toMatch(/canary|mistaken/i);
  expect((await api.call(audit.verification, { token, query: {} })).body).toMatchObject({
    administration: "US",
    fault: null,
  });
});

test("the duty desk that heard of it is told to drop it, by its reference alone", async () => {
  const notice = await until(
    "the notice of the recall",
    async () => (await noticesTo(desk)).find(({ subject }) => subject.includes("RECALLED")),
    20,
  );
  expect(notice.subject).toBe(`[RECALLED] ${released.reference}`);
  expect(notice.body).toContain(`${system.webUrl}/a/${released.reference}`);
  expect(`${notice.subject}\n${notice.body}`).not.toMatch(/canary|mistaken|gloves/i);
});

test("France finds it to be dropped, confirms, and the author sees who did and who did not", async () => {
  const duty = await asked("FR", "duty");
  const open = async () =>
    (await api.call(alerts.list, { token: duty.token, query: { unacknowledged: "true", limit: "100" } })).body
      .items;
  await until("France's row", async () => (await open()).find(({ id }) => id === released.id), 20);
  await api.call(alerts.confirmRecall, { ...duty, body: { note: "Nothing was printed." } });
  expect((await open()).map(({ id }) => id)).not.toContain(released.id);
  const receipts = async (administration: string, role: string) =>
    (await api.call(alerts.recallState, await asked(administration, role))).body.receipts;
  const instant = expect.stringMatching(/^\d{4}-.*Z$/);
  const all = [
    { administration: "DE" },
    { administration: "FR", people: { at: instant, note: "Nothing was printed." } },
  ];
  expect(await receipts("US", "officer")).toEqual(all);
  expect(await receipts("WCO", "operator")).toEqual(all);
  expect(await receipts("DE", "reader")).toEqual([{ administration: "DE" }]);
});

test("a national system says for itself that it dropped its copy, and its administration's people still have to", async () => {
  const contactPoint = await tokenOf("DE", "contact-point");
  const { body: made } = await api.call(systemAccounts.create, {
    token: contactPoint,
    body: { name: `Copies ${run}`, purpose: "Keeps copies of alerts.", scopes: ["alerts/read"] },
  });
  const { clientId = "", clientSecret = "" } = made.credentials ?? {};
  const answer = await fetch(`${system.webUrl}/oauth2/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: token } = (await answer.json()) as { readonly access_token: string };
  const params = { id: released.id };
  const { body: line } = await api.call(alerts.confirmRecall, { token, params, body: {} });
  expect(line).toEqual({ administration: "DE", system: { at: expect.stringMatching(/Z$/) } });
  const { body: row } = await api.call(alerts.list, {
    token: await tokenOf("DE", "duty"),
    query: { unacknowledged: "true", limit: "100" },
  });
  expect(row.items.map(({ id }) => id)).toContain(released.id);
  const current = await api.call(systemAccounts.get, { token: contactPoint, params: { id: made.id } });
  await api.call(systemAccounts.remove, {
    token: contactPoint,
    params: { id: made.id },
    ifMatch: current.etag,
  });
});
