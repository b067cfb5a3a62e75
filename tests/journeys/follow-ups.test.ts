import { afterAll, beforeAll, expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import type { FollowUpContent } from "../../shared/domain/follow-up.ts";
import { addMailbox, confirm, confirmationOf, removeAdded } from "./duty.ts";
import { draftBy, releaseBy, shortForm } from "./releasing.ts";
import { api, refusal, tokenOf, until } from "./system.ts";

/** France's alert to Germany and the United States; Great Britain is in the group, and not in the audience. */
const audience = { kind: "administrations" as const, administrations: ["DE", "US"] };
let released: Awaited<ReturnType<typeof releaseBy>>;

const asked = async (administration: string, role: string) => ({
  token: await tokenOf(administration, role),
  params: { id: released.id },
});
const readBy = async (administration: string, role = "reader") =>
  api.call(alerts.get, await asked(administration, role));
const add = async (administration: string, content: FollowUpContent, role = "officer") =>
  (await api.call(alerts.followUp, { ...(await asked(administration, role)), body: { content } })).body;
const shownTo = async (administration: string, query: Record<string, string> = {}) =>
  (await api.call(alerts.followUps, { ...(await asked(administration, "reader")), query })).body.items;
const tasksOf = async (administration: string) =>
  (
    await api.call(alerts.followUpTasks, { token: await tokenOf(administration, "officer"), query: {} })
  ).body.items.filter(({ alert }) => alert === released.id);
/** What the author replies, against the alert as it stands. */
const toReply = async (role: string, followUp: string) => {
  const { etag } = await readBy("FR", role);
  const { token } = await asked("FR", role);
  return { token, params: { id: released.id, followUp }, ifMatch: etag };
};

beforeAll(async () => {
  const desk = await addMailbox("US", "follow-ups", { types: ["seizure"], categories: ["gloves"] });
  await confirm(desk, await confirmationOf(desk));
  released = await releaseBy("FR", await draftBy("FR", "officer", { audience }));
});
afterAll(removeAdded);

test("a sighting of one addressee is read by the other, and by nobody outside the audience", async () => {
  const added = await add("DE", {
    type: "sighting",
    text: "The same cartons came through Hamburg.",
    place: { country: "DE", locode: "DEHAM" },
    date: "2026-11",
  });
  for (const administration of ["FR", "US"])
    expect(await shownTo(administration)).toMatchObject([
      { id: added.id, administration: "DE", tlp: "AMBER" },
    ]);
  const outsider = await asked("GB", "officer");
  expect((await refusal(api.call(alerts.followUps, outsider))).status).toBe(404);
  const guessed = { content: { type: "question", text: "Which batch?" } } as const;
  expect((await refusal(api.call(alerts.followUp, { ...outsider, body: guessed }))).status).toBe(404);
  expect((await refusal(add("US", guessed.content, "reader"))).status).toBe(403);
});

test("a question waits with the author until it is answered, and then the answer with who asked", async () => {
  const { id } = await add("US", { type: "question", text: "Which carrier?" });
  expect(await tasksOf("FR")).toMatchObject([{ id, type: "question", from: "US" }]);
  const reply = await toReply("officer", id);
  await api.call(alerts.answerFollowUp, { ...reply, body: { text: "Not known yet." } });
  expect(
    (await refusal(api.call(alerts.answerFollowUp, { ...reply, body: { text: "Twice." } }))).status,
  ).toBe(409);
  expect(await tasksOf("FR")).toEqual([]);
  expect(await tasksOf("US")).toMatchObject([{ id, state: "answered", from: "FR" }]);
});

test("a correction of a batch and a quantity becomes the next version in one step, and names who proposed it", async () => {
  const [goods] = shortForm.goods;
  if (goods === undefined) throw new Error("The short form has goods");
  const corrected = { ...goods, batches: ["LOT 77"], quantity: { value: 7500, unit: "PR" } };
  const { id } = await add("DE", {
    type: "correction-proposal",
    text: "Counted again.",
    version: 1,
    patch: { goods: [corrected], route: { destination: { locode: "FRLEH" } } },
  });
  const before = (await readBy("US")).body;
  const reply = await toReply("releaser", id);
  const { body } = await api.call(alerts.acceptFollowUp, { ...reply, body: { text: "Thank you." } });
  expect(body).toMatchObject({ state: "accepted", reply: { version: 2, text: "Thank you." } });
  const after = (await readBy("US")).body;
  expect(after).toMatchObject({
    version: 2,
    goods: [corrected],
    title: before.title,
    summary: before.summary,
  });
  expect(after.route).toMatchObject({ destination: { country: "FR", place: "Canarytown", locode: "FRLEH" } });
  expect(after.change).toMatchObject({ kind: "revise", creditedTo: { administration: "DE", followUp: id } });
  const { body: first } = await api.call(alerts.version, {
    token: await tokenOf("US", "reader"),
    params: { id: released.id, version: "1" },
  });
  expect(first.content.goods).toEqual(shortForm.goods);
});

test("a proposal that the author's own revision overtook is refused by its field, and then rejected with a reason", async () => {
  const proposed = { type: "correction-proposal", text: "It says so.", version: 2 } as const;
  const { id } = await add("DE", { ...proposed, patch: { title: "Masks" } });
  const { token, params } = await asked("FR", "releaser");
  const { etag } = await readBy("FR", "releaser");
  await api.call(alerts.update, { token, params, ifMatch: etag, body: { title: "Nitrile gloves" } });
  const overtaken = await refusal(
    api.call(alerts.acceptFollowUp, { ...(await toReply("releaser", id)), body: {} }),
  );
  expect(overtaken.status).toBe(409);
  expect(overtaken.detail).toContain("/title");
  const reply = await toReply("releaser", id);
  await api.call(alerts.rejectFollowUp, { ...reply, body: { text: "They are gloves." } });
  expect((await readBy("DE")).body).toMatchObject({ title: "Nitrile gloves", version: 3 });
  const [rejected] = await shownTo("US");
  expect(rejected).toMatchObject({ id, state: "rejected", reply: { text: "They are gloves." } });
});

test("a translation of title and summary is with all who may read the alert", async () => {
  const translation = {
    type: "translation",
    language: "fr",
    title: "Gants",
    summary: "Un lot.",
    by: "person",
  } as const;
  await add("DE", translation);
  expect(await shownTo("US", { type: "translation" })).toMatchObject([
    { administration: "DE", version: 3, content: translation },
  ]);
});

test("the author's ledger has who was handed it, who read it and who acknowledged it, with the result", async () => {
  await readBy("US");
  const duty = await asked("DE", "duty");
  await api.call(alerts.acknowledge, { ...duty, body: { result: "trace-found", note: "Two cartons." } });
  const instant = expect.stringMatching(/^\d{4}-.*Z$/);
  const ledger = async () =>
    (await api.call(alerts.acknowledgements, await asked("FR", "officer"))).body.items;
  const line = await until("Germany's line", async () =>
    (await ledger()).find(
      ({ administration, acknowledgement }) => administration === "DE" && acknowledgement,
    ),
  );
  expect(line).toMatchObject({
    readVersion: 3,
    acknowledgement: { at: instant, result: "trace-found", note: "Two cartons.", version: 3 },
  });
  const handedOver = await until("the hand-over to the United States", async () =>
    (await ledger()).find(({ administration, handedOverAt }) => administration === "US" && handedOverAt),
  );
  expect(handedOver).toMatchObject({ handedOverAt: instant, readAt: instant });
});
