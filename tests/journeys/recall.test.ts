import { afterAll, expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import { addMailbox, confirm, confirmationOf, removeAdded } from "./duty.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, inbox, refusal, run, system, tokenOf, until } from "./system.ts";

afterAll(removeAdded);

const audience = { kind: "administrations" as const, administrations: ["FR", "DE"] };
const reason = `Recalled in ${run}: the laboratory was mistaken.`;
let released: Awaited<ReturnType<typeof releaseBy>>;
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
  released = await releaseBy("US", await draftBy("US", "officer", { audience }));
  await until("the notice of the release", async () => (await noticesTo(desk))[0], 20);
  await api.call(alerts.get, await asked("DE", "reader"));
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
    expect((await refusal(api.call(alerts.acknowledgements, who))).status).toBe(410);
    const { body: list } = await api.call(alerts.list, { token: who.token, query: { limit: "100" } });
    const row = list.items.find(({ id }) => id === released.id);
    expect(row).toMatchObject({ state: "recalled", title: "", categories: [], countries: [] });
  }
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
