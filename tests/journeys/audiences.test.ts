import { expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, refusal, tokenOf, until } from "./system.ts";

const read = async (administration: string, id: string) =>
  api.call(alerts.get, { token: await tokenOf(administration, "reader"), params: { id } });
const isHidden = async (administration: string, id: string) =>
  expect((await refusal(read(administration, id))).status, administration).toBe(404);
const isListed = async (administration: string, id: string) => {
  const token = await tokenOf(administration, "reader");
  const { body } = await api.call(alerts.list, { token, query: { group: "ipr" } });
  return body.items.some((row) => row.id === id);
};

test("an alert to Europe is in the lists of its members, and in nobody else's", async () => {
  const audience = { kind: "regions" as const, regions: ["europe"] };
  const { id, reference } = await releaseBy("FR", await draftBy("FR", "officer", { audience }));
  expect(reference).toMatch(/-R[0-9A-Z]{6}$/);
  await until("the row in Germany's list", async () => (await isListed("DE", id)) || undefined);
  const { body } = await read("DE", id);
  expect(body.addressed).toEqual(expect.arrayContaining(["DE", "GB", "IT"]));
  for (const outsider of ["US", "CN", "PH"]) {
    expect(body.addressed).not.toContain(outsider);
    await isHidden(outsider, id);
    expect(await isListed(outsider, id)).toBe(false);
  }
});

test("an alert to all but one is kept from that one", async () => {
  const audience = { kind: "all-but" as const, administrations: ["DE"] };
  const { id } = await releaseBy("FR", await draftBy("FR", "officer", { audience }));
  await until(
    "the row in the list of the United States",
    async () => (await isListed("US", id)) || undefined,
  );
  await isHidden("DE", id);
  expect(await isListed("DE", id)).toBe(false);
});

test("a reader asks for leave to disclose further, and its author grants it", async () => {
  const audience = { kind: "administrations" as const, administrations: ["DE", "US"] };
  const { id } = await releaseBy("FR", await draftBy("FR", "officer", { audience }));
  const params = { id };
  const { body: asked } = await api.call(alerts.askDisclosure, {
    token: await tokenOf("DE", "officer"),
    params,
    body: { to: "The medicines authority", why: "To warn hospitals.", parts: ["goods"] },
  });
  await api.call(alerts.grantDisclosure, {
    token: await tokenOf("FR", "releaser"),
    params: { id, request: asked.id },
    body: { reason: "The batch numbers alone." },
  });
  const seenBy = async (administration: string) =>
    (await api.call(alerts.disclosureRequests, { token: await tokenOf(administration, "reader"), params }))
      .body.items;
  expect(await seenBy("DE")).toMatchObject([
    { state: "granted", decision: { reason: "The batch numbers alone." } },
  ]);
  expect(await seenBy("US")).toEqual([]);
});
