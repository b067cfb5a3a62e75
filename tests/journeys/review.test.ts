import { beforeAll, expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import { audit } from "../../shared/contract/audit.ts";
import { groups } from "../../shared/contract/groups.ts";
import type { AlertContent } from "../../shared/domain/alert.ts";
import { type Drafted, draftBy } from "./releasing.ts";
import { api, refusal, run, tokenOf, until } from "./system.ts";

/** Wants a review before each release; Germany owns it, the United States write to it. Great Britain is not in it. */
const group = `review-${run}`;
const audience: AlertContent["audience"] = { kind: "group" };

beforeAll(async () => {
  const token = await tokenOf("WCO", "operator");
  const body = {
    kind: "standing",
    id: group,
    name: `Reviewed ${run}`,
    owner: "DE",
    history: "all",
    review: "before-release",
  } as const;
  await api.call(groups.create, { token, body });
  for (const code of ["WCO", "US", "FR"])
    await api.call(groups.admit, { token, params: { id: group, code } });
});

const get = async (administration: string, role: string, { params }: Pick<Drafted, "params">) =>
  api.call(alerts.get, { token: await tokenOf(administration, role), params });

/** A decision at the version that this person reads now. */
const decide = async (
  administration: string,
  role: string,
  { params }: Pick<Drafted, "params">,
  body: Parameters<typeof api.call<typeof alerts.review>>[1]["body"],
) => {
  const token = await tokenOf(administration, role);
  const { etag } = await get(administration, role, { params });
  return (await api.call(alerts.review, { token, params, body, ifMatch: etag })).body;
};

const release = async ({ params }: Pick<Drafted, "params">) => {
  const token = await tokenOf("US", "releaser");
  const { etag } = await get("US", "releaser", { params });
  return (await api.call(alerts.release, { token, params, ifMatch: etag })).body;
};

const toReview = async (administration: string, role: string) => {
  const token = await tokenOf(administration, role);
  return (await api.call(alerts.list, { token, query: { status: "in-review", group } })).body.items;
};

/** The newest of the group's alerts, as a reader of France finds it. */
const foundByFrance = async (id: string) => {
  const token = await tokenOf("FR", "reader");
  return until("the alert in France's list", async () =>
    (await api.call(alerts.list, { token, query: { group } })).body.items.find((row) => row.id === id),
  );
};

test("what the group has not reviewed is not released, and what was sent back says why", async () => {
  const draft = await draftBy("US", "officer", { group, audience });
  expect(await refusal(release(draft))).toMatchObject({ status: 409 });
  await decide("US", "releaser", draft, { decision: "request-review" });
  expect((await toReview("DE", "releaser")).map(({ id }) => id)).toContain(draft.params.id);

  const { body: read } = await get("DE", "releaser", draft);
  expect(read).toMatchObject({ state: "in-review", steps: ["approve", "send-back"] });
  await decide("DE", "releaser", draft, { decision: "send-back", reason: "Name the carrier." });
  const { body: back } = await get("US", "officer", draft);
  expect(back).toMatchObject({
    state: "draft",
    returned: { reason: "Name the carrier.", administration: "DE" },
  });
  expect(await refusal(get("DE", "releaser", draft))).toMatchObject({ status: 404 });
});

test("the secretariat approves, a change undoes it, and after the next approval the author's releaser releases", async () => {
  const draft = await draftBy("US", "officer", { group, audience });
  const { params } = draft;
  await decide("US", "releaser", draft, { decision: "request-review" });
  for (const [code, role] of [
    ["FR", "releaser"],
    ["GB", "contact-point"],
    ["WCO", "officer"],
  ] as const)
    expect(await refusal(get(code, role, draft)), `${code} ${role}`).toMatchObject({ status: 404 });
  expect(await refusal(toReview("FR", "releaser"))).toMatchObject({ status: 403 });
  expect(await refusal(toReview("GB", "releaser"))).toMatchObject({ status: 404 });

  expect(await decide("WCO", "operator", draft, { decision: "approve" })).toMatchObject({
    state: "approved",
  });
  const token = await tokenOf("US", "officer");
  const { etag } = await get("US", "officer", draft);
  await api.call(alerts.update, { token, params, ifMatch: etag, body: { title: `Changed ${run}` } });
  expect(await refusal(release(draft))).toMatchObject({ status: 409 });

  await decide("US", "releaser", draft, { decision: "request-review" });
  await decide("WCO", "operator", draft, { decision: "approve", reason: "Agreed." });
  const { body: approved } = await get("US", "officer", draft);
  expect(approved.review).toMatchObject({
    standing: "approved",
    decision: { administration: "WCO", reason: "Agreed." },
  });
  expect(await release(draft)).toMatchObject({ state: "released", title: `Changed ${run}` });
  expect(await foundByFrance(params.id)).toMatchObject({ title: `Changed ${run}` });
  expect((await get("FR", "reader", draft)).body).not.toHaveProperty("review");
});

test("a critical one is with its readers at once, and with its reviewers afterwards", async () => {
  const draft = await draftBy("US", "officer", { group, audience, severity: "critical" });
  const { id } = draft.params;
  await release(draft);
  await foundByFrance(id);
  const [row] = (await toReview("WCO", "operator")).filter((each) => each.id === id);
  expect(row).toMatchObject({ state: "released", review: "after-release" });
  await decide("WCO", "operator", draft, { decision: "mark-reviewed", reason: "Add the batch." });
  expect((await toReview("WCO", "operator")).map((each) => each.id)).not.toContain(id);
  const { body: told } = await get("US", "officer", draft);
  expect(told).toMatchObject({
    state: "released",
    version: 1,
    review: { standing: "reviewed", decision: { administration: "WCO", reason: "Add the batch." } },
  });
});

test("whom a draft names has to be in its group", async () => {
  const named = { kind: "administrations" as const, administrations: ["FR", "GB"] };
  expect(await refusal(draftBy("US", "officer", { group, audience: named }))).toMatchObject({
    status: 422,
    errors: [{ pointer: "/audience/administrations" }],
  });
});

test("every decision is in the trail of whoever made it", async () => {
  const token = await tokenOf("DE", "contact-point");
  const decided = await until("the sealed decision", async () => {
    const { body } = await api.call(audit.list, { token, query: { action: "alerts.review" } });
    return body.items.find((item) => "entry" in item && item.entry.detail?.["group"] === group);
  });
  const detail = { decision: "send-back", group };
  expect(decided).toMatchObject({ entry: { administration: "DE", detail } });
});
