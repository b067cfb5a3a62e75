import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { entomb } from "../../../functions/streams/dispatch/entomb.ts";
import { attachmentItem, placeItem } from "../../../shared/adapters/records/attachments.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { clean } from "./attached.ts";
import { content, type Exchange, exchange } from "./exchange.ts";
import { admitAll } from "./people.ts";

/** A word in every free field, which must not be found anywhere after the recall. */
export const CANARY = "canarybird";
const written = {
  ...content,
  title: `${CANARY} title`,
  summary: `${CANARY} summary`,
  audience: { kind: "administrations", administrations: ["KE"] },
  route: { departure: { country: "CN", place: `${CANARY} port` } },
};

/** The exchange with a second operator of the secretariat and a second releaser of France's. */
export const recallExchange = async (reach?: (store: RecordStore) => RecordStore) => {
  const of = await exchange(reach);
  for (const code of ["WCO", "FR"])
    for (const [who, id] of await admitAll(of.store, code)) of.people.set(`${who} 2`, id);
  return of;
};

/** France's, released to Kenya and listed there. */
export const releasedToKenya = async (of: Exchange, change: object = {}) => {
  const made = await of.call("FR officer", "POST", "/v1/alerts", { ...written, ...change });
  const path = `/v1/alerts/${made.json.id}`;
  const done = await of.call("FR releaser", "POST", `${path}/release`, undefined, { "If-Match": made.etag });
  if (done.status !== 200) throw new Error(`Not released: ${JSON.stringify(done.json)}`);
  await disseminate(of.store, { alert: made.json.id, version: 1 });
  return { id: String(made.json.id), path, reference: String(done.json.reference) };
};

/** What administrations have added to it by the time it is recalled: each way in which somebody writes. */
export const addedTo = async (of: Exchange, { id, path }: { readonly id: string; readonly path: string }) => {
  const done = async (who: string, method: string, at: string, body: object, headers = {}) => {
    const answer = await of.call(who, method, `${path}${at}`, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${at}: ${JSON.stringify(answer.json)}`);
    return String(answer.json.id);
  };
  const followUp = (body: object) => done("KE officer", "POST", "/follow-ups", { content: body });
  await done("FR releaser", "PUT", "/parties", {
    parties: [{ role: "carrier", name: `${CANARY} Shipping` }],
    readers: ["KE"],
  });
  const photograph = { ...clean(id, "FR"), fileName: `${CANARY}.png`, caption: CANARY };
  await of.store.writeMany([{ put: attachmentItem(photograph) }, { put: placeItem(photograph) }]);
  await done("KE duty", "PUT", "/acknowledgement", { result: "trace-found", note: CANARY });
  const request = await done("KE officer", "POST", "/disclosure-requests", {
    ...{ to: `${CANARY} authority`, why: CANARY, parts: ["goods"] },
  });
  await followUp({ type: "translation", language: "sw", title: CANARY, summary: CANARY, by: "person" });
  await followUp({ type: "sighting", text: CANARY });
  const proposal = { type: "correction-proposal", text: CANARY, version: 1, patch: { title: `${CANARY} 2` } };
  await followUp(proposal);
  const question = await followUp({ type: "question", text: CANARY });
  await done("FR releaser", "PATCH", "", { summary: `${CANARY} 2` }, { "If-Match": '"version-1"' });
  return { request, followUp: question, attachment: photograph.id };
};

/** A signature under what this person reads of the recall now. */
export const sign = async (of: Exchange, who: string, path: string, reason?: string) => {
  const { etag } = await of.call(who, "GET", `${path}/recall`);
  return of.call(who, "POST", `${path}/recall`, reason === undefined ? {} : { reason }, { "If-Match": etag });
};

export const refusedSign = async (of: Exchange, who: string, path: string, reason?: string) => {
  const { etag } = await of.call(who, "GET", `${path}/recall`);
  return of.refused(who, "POST", `${path}/recall`, reason === undefined ? {} : { reason }, {
    "If-Match": etag,
  });
};

/** By France's releaser and contact point; with what follows from it. */
export const recalledByFrance = async (
  of: Exchange,
  change?: object,
  meanwhile?: (released: { readonly id: string; readonly path: string }) => Promise<void>,
) => {
  const released = await releasedToKenya(of, change);
  await meanwhile?.(released);
  await sign(of, "FR releaser", released.path, "The laboratory was mistaken.");
  const done = await sign(of, "FR contact-point", released.path);
  if (done.json.state !== "recalled") throw new Error(`Not recalled: ${JSON.stringify(done.json)}`);
  return { ...released, handOvers: await entomb(of.store, { alert: released.id }) };
};
