import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { groupItem, membershipItems } from "../../../shared/adapters/records/groups.ts";
import type { Exchange } from "./exchange.ts";
import { drafted, group, inReview, membership, review, reviewedExchange, step, written } from "./reviewed.ts";

let of: Exchange;
let call: Exchange["call"];

beforeEach(async () => {
  of = await reviewedExchange();
  call = of.call;
});

const instant = expect.stringMatching(/^\d{4}-.*Z$/);
const LIST = `/v1/alerts?status=in-review&group=${group.id}`;
const roles = ["contact-point", "releaser", "officer", "reader", "duty", "auditor"];
const reviewers = [
  "WCO operator",
  "RILO-WE contact-point",
  "RILO-WE releaser",
  "DE contact-point",
  "DE releaser",
];
const readers = ["contact-point", "releaser", "officer", "reader", "duty"];
const everybody = [
  "WCO operator",
  ...["WCO", "RILO-WE", "DE", "KE", "SE"].flatMap((code) => roles.map((role) => `${code} ${role}`)),
];

describe("while it waits", () => {
  test.each(reviewers)("%s reads it, finds it in the list, and approves it", async (who) => {
    const path = await inReview(of);
    const { json } = await call(who, "GET", path);
    expect(json).toMatchObject({ title: "Gloves", state: "in-review", steps: ["approve", "send-back"] });
    expect(json.review).toMatchObject({ standing: "waiting", reviewers: ["WCO", "DE", "RILO-WE"] });
    const [row] = (await call(who, "GET", LIST)).json.items;
    expect(row).toMatchObject({
      id: json.id,
      administration: "FR",
      review: "before-release",
      state: "in-review",
    });
    const approved = await review(of, who, path, "approve");
    expect(approved.status).toBe(200);
    expect(approved.json).toMatchObject({
      state: "approved",
      decision: { administration: who.split(" ")[0] },
    });
  });

  test.each(everybody.filter((who) => !reviewers.includes(who)))("to %s it is unknown", async (who) => {
    const path = await inReview(of);
    const never = `/v1/alerts/${v7()}`;
    const headers = { "If-Match": '"draft-3"' };
    for (const asked of [
      (at: string) => of.refused(who, "GET", at),
      (at: string) => of.refused(who, "POST", `${at}/review`, { decision: "approve" }, headers),
      (at: string) => of.refused(who, "PATCH", at, { title: "Masks" }, headers),
      (at: string) => of.refused(who, "PUT", `${at}/acknowledgement`, { result: "no-trace" }),
    ]) {
      const [theirs, nobodys] = [await asked(path), await asked(never)];
      expect(theirs).toEqual(nobodys);
      expect([403, 404]).toContain(theirs.status);
    }
    const [administration, role = ""] = who.split(" ");
    const list = await of.refused(who, "GET", LIST);
    const isOutside = administration === "SE" && ["contact-point", "releaser"].includes(role);
    expect(list.status).toBe(isOutside ? 404 : 403);
    if (isOutside) expect(list).toEqual(await of.refused(who, "GET", `${LIST}-never`));
  });

  test("nobody of its own administration reviews it, and everybody there sees where it stands", async () => {
    const path = await inReview(of);
    for (const role of ["contact-point", "releaser", "officer"]) {
      const { json, etag } = await call(`FR ${role}`, "GET", path);
      expect(json).toMatchObject({ state: "in-review", review: { standing: "waiting", askedAt: instant } });
      expect(json.steps).toEqual(["return"]);
      const body = { decision: "approve" };
      const refused = await of.refused(`FR ${role}`, "POST", `${path}/review`, body, { "If-Match": etag });
      expect(refused.status).toBe(403);
    }
    for (const role of ["reader", "duty"]) expect((await call(`FR ${role}`, "GET", path)).status).toBe(404);
    expect((await call("FR releaser", "GET", LIST)).status).toBe(403);
  });

  test("it is what it is: not changed, not discarded, not released", async () => {
    const path = await inReview(of);
    const { etag } = await call("FR releaser", "GET", path);
    const headers = { "If-Match": etag };
    expect((await of.refused("FR releaser", "PATCH", path, { title: "x" }, headers)).status).toBe(409);
    expect((await of.refused("FR releaser", "DELETE", path, undefined, headers)).status).toBe(409);
    expect((await of.refused("FR releaser", "POST", `${path}/release`, undefined, headers)).status).toBe(409);
    const byReviewer = await call("WCO operator", "GET", path);
    const change = await of.refused(
      "WCO operator",
      "PATCH",
      path,
      { title: "x" },
      { "If-Match": byReviewer.etag },
    );
    expect(change.status).toBe(403);
  });

  test("its releaser takes it back with a reason, and the reviewers do not read it any more", async () => {
    const path = await inReview(of);
    const { etag } = await call("WCO operator", "GET", path);
    expect((await step(of, "FR releaser", path, "return", { reason: "Too early." })).json).toMatchObject({
      state: "draft",
      returned: { reason: "Too early." },
      review: { standing: "needed", outcome: "taken-back" },
    });
    expect((await call("WCO operator", "GET", path)).status).toBe(404);
    expect((await call("WCO operator", "GET", LIST)).json.items).toEqual([]);
    const late = { decision: "approve" };
    const refused = await of.refused("WCO operator", "POST", `${path}/review`, late, { "If-Match": etag });
    expect(refused.status).toBe(404);
  });

  test("nothing is decided once the group ended", async () => {
    const path = await inReview(of);
    const ended = groupItem({ ...group, until: "2026-11-02T00:00:00.000Z", revision: 2 });
    await of.store.writeMany([{ put: ended }]);
    const { status, json } = await review(of, "WCO operator", path, "approve");
    expect(status).toBe(409);
    expect(json.detail).toBe("Closed ended on 2026-11-02; it can be read, not written to.");
  });

  test("an administration that is removed from the group does not read it from then on", async () => {
    const path = await inReview(of);
    await of.store.writeMany(
      membershipItems(membership("RILO-WE", "2026-11-02T00:00:00.000Z")).map((item) => ({ put: item })),
    );
    expect((await call("RILO-WE releaser", "GET", path)).status).toBe(404);
    expect((await call("RILO-WE releaser", "GET", LIST)).status).toBe(404);
    expect((await call("FR releaser", "GET", path)).json.review.reviewers).toEqual(["WCO", "DE"]);
  });
});

describe("its release", () => {
  test("comes after the approval, by the author's releaser, who sees who approved it, when and why", async () => {
    const path = await drafted(of);
    const headers = { "If-Match": (await call("FR releaser", "GET", path)).etag };
    const early = await of.refused("FR releaser", "POST", `${path}/release`, undefined, headers);
    expect(early.json).toMatchObject({ status: 409, detail: expect.stringContaining("Ask for it") });
    expect((await review(of, "FR officer", path, "request-review")).status).toBe(403);
    await review(of, "FR releaser", path, "request-review");
    await review(of, "RILO-WE releaser", path, "approve", "Consistent with\nwhat we have.");

    const { json } = await call("FR officer", "GET", path);
    expect(json).toMatchObject({ state: "submitted", steps: expect.arrayContaining(["release"]) });
    const decision = { administration: "RILO-WE", at: instant, reason: "Consistent with\nwhat we have." };
    expect(json.review).toMatchObject({ standing: "approved", outcome: "approved", decision });
    expect(json.review.decision).not.toHaveProperty("by");
    expect((await call("RILO-WE releaser", "GET", path)).status).toBe(404);

    const byReviewer = await of.refused("RILO-WE releaser", "POST", `${path}/release`, undefined, headers);
    expect(byReviewer.status).toBe(404);
    expect((await step(of, "FR releaser", path, "release")).status).toBe(200);
    const received = await call("KE officer", "GET", path);
    expect(received.json).toMatchObject({ state: "released", title: "Gloves", steps: [] });
    expect(received.json).not.toHaveProperty("review");
  });

  test("does not follow what was sent back: its author reads who wants what changed, and asks again", async () => {
    const path = await inReview(of);
    const { etag } = await call("DE releaser", "GET", path);
    const silent = { decision: "send-back" };
    const unreasoned = await of.refused("DE releaser", "POST", `${path}/review`, silent, {
      "If-Match": etag,
    });
    expect(unreasoned.errors[0]?.pointer).toBe("/reason");
    const back = await review(of, "DE releaser", path, "send-back", "Name the carrier.");
    expect(back.json).toMatchObject({ state: "returned" });
    const { json } = await call("FR officer", "GET", path);
    expect(json).toMatchObject({
      state: "draft",
      returned: { reason: "Name the carrier.", at: instant, administration: "DE" },
      review: { standing: "needed", outcome: "returned" },
    });
    expect(json.returned).not.toHaveProperty("by");
    expect((await step(of, "FR releaser", path, "release")).status).toBe(409);
    expect((await review(of, "FR releaser", path, "request-review")).status).toBe(200);
    expect((await call("FR officer", "GET", path)).json).not.toHaveProperty("returned");
  });

  test("needs another approval once what was approved is changed", async () => {
    const path = await inReview(of);
    await review(of, "WCO operator", path, "approve");
    const { etag } = await call("FR officer", "GET", path);
    const changed = await call("FR officer", "PATCH", path, { title: "Masks" }, { "If-Match": etag });
    expect(changed.json).toMatchObject({ review: { standing: "needed", outcome: "approved" } });
    expect(changed.json.steps).not.toContain("release");
    expect((await step(of, "FR releaser", path, "release")).status).toBe(409);
    await review(of, "FR releaser", path, "request-review");
    await review(of, "WCO operator", path, "approve");
    expect((await step(of, "FR releaser", path, "release")).json.title).toBe("Masks");
  });

  test("waits for nobody where the group asks for no review", async () => {
    const path = await drafted(of, { group: "ipr" });
    expect((await call("FR releaser", "GET", path)).json).not.toHaveProperty("review");
    expect((await review(of, "FR releaser", path, "request-review")).status).toBe(409);
    expect((await step(of, "FR releaser", path, "release")).status).toBe(200);
  });

  test("cannot be reviewed where the author alone would review, and the author is told so", async () => {
    const lonely = { ...group, id: "lonely", owner: "FR" };
    await of.store.writeMany(
      [groupItem(lonely), ...membershipItems({ ...membership("FR"), group: "lonely" })].map((item) => ({
        put: item,
      })),
    );
    const path = await drafted(of, { group: "lonely" });
    const { status, json } = await review(of, "FR releaser", path, "request-review");
    expect(status).toBe(409);
    expect(json.detail).toMatch(/^Nobody can review it/);
  });

  test("is refused to an addressee who was removed from the group since the draft was written", async () => {
    const path = await drafted(of, { audience: { kind: "administrations", administrations: ["KE", "DE"] } });
    await of.store.writeMany(
      membershipItems(membership("KE", "2026-11-02T00:00:00.000Z")).map((item) => ({ put: item })),
    );
    for (const [name, body] of [
      ["review", { decision: "request-review" }],
      ["release", undefined],
    ] as const) {
      const refused = await step(of, "FR releaser", path, name, body);
      expect(refused.status).toBe(422);
      expect(refused.json.errors).toEqual([
        { pointer: "/audience/administrations", detail: "Not in the group closed: KE. Leave them out." },
      ]);
    }
  });
});

test("a decision made again under its key is answered as it was, though the draft is out of reach", async () => {
  const path = await inReview(of);
  const { etag } = await call("WCO operator", "GET", path);
  const headers = { "If-Match": etag, "Idempotency-Key": "approve" };
  const decide = () => call("WCO operator", "POST", `${path}/review`, { decision: "approve" }, headers);
  const first = await decide();
  expect(first.status).toBe(200);
  expect(await decide()).toEqual(first);
  const asOther = { decision: "mark-reviewed" };
  expect((await call("WCO operator", "POST", `${path}/review`, asOther, headers)).status).toBe(422);
});

test("what waits comes in pages, and what the own administration wrote is not among it", async () => {
  const unnamed = await of.refused("DE releaser", "GET", "/v1/alerts?status=in-review");
  expect(unnamed).toMatchObject({ status: 400, errors: [{ pointer: "group" }] });
  for (let n = 0; n < 3; n++) await inReview(of);
  const own = await call("DE officer", "POST", "/v1/alerts", written);
  await review(of, "DE releaser", `/v1/alerts/${own.json.id}`, "request-review");
  const titles: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { json } = await call("DE releaser", "GET", `${LIST}&limit=1${cursor && `&cursor=${cursor}`}`);
    titles.push(...(json.items as { title: string }[]).map(({ title }) => title));
    cursor = json.nextCursor;
  }
  expect(titles).toEqual(["Gloves", "Gloves", "Gloves"]);
  expect((await call("WCO operator", "GET", LIST)).json.items).toHaveLength(4);
});

test("each step and each reading is in the actor's trail, with nothing of what was written", async () => {
  const path = await inReview(of);
  await call("RILO-WE releaser", "GET", LIST);
  await review(of, "RILO-WE releaser", path, "send-back", "Canary of the reason.");
  const trail = (administration: string) =>
    of.store.items().filter(({ pk, sk }) => pk === `AUD#${administration}` && sk.startsWith("E#"));
  const subject = path.split("/").at(-1);
  const decided = (decision: string) =>
    expect.objectContaining({ action: "alerts.review", subject, detail: { decision, group: "closed" } });
  expect(trail("FR")).toContainEqual(decided("request-review"));
  const offices = trail("RILO-WE");
  expect(offices).toContainEqual(decided("send-back"));
  expect(offices).toContainEqual(expect.objectContaining({ action: "alerts.list", subject: "closed" }));
  expect(offices).toContainEqual(expect.objectContaining({ action: "alerts.get", subject }));
  expect(offices.every(({ actor }) => actor === of.people.get("RILO-WE releaser"))).toBe(true);
  expect(JSON.stringify([trail("FR"), offices])).not.toMatch(/Canary|Gloves/);
});

describe("a critical alert", () => {
  const critical = {
    severity: "critical",
    audience: { kind: "administrations", administrations: ["KE"] },
  };

  test("is released at once, and reviewed after, without anything else changing", async () => {
    const path = await drafted(of, critical);
    const before = await call("FR releaser", "GET", path);
    expect(before.json.review.standing).toBe("afterwards");
    expect((await review(of, "FR releaser", path, "request-review")).status).toBe(409);
    expect((await step(of, "FR releaser", path, "release")).status).toBe(200);
    const [row] = (await call("RILO-WE releaser", "GET", LIST)).json.items;
    expect(row).toMatchObject({ state: "released", review: "after-release", reference: expect.any(String) });

    const toAuthor = await call("FR officer", "GET", path);
    expect(toAuthor.json.review.standing).toBe("waiting");
    const received = await call("KE officer", "GET", path);
    expect(received.json).not.toHaveProperty("review");
    expect((await call("RILO-WE releaser", "GET", path)).json.steps).toEqual(["mark-reviewed"]);
    expect(
      (await review(of, "RILO-WE releaser", path, "mark-reviewed", "Add the batch.")).json,
    ).toMatchObject({
      state: "reviewed",
      kind: "after-release",
    });

    const unchanged = { "If-None-Match": toAuthor.etag };
    const told = await call("FR officer", "GET", path, undefined, unchanged);
    expect(told.json).toMatchObject({ state: "released", version: 1 });
    expect(told.json.review).toMatchObject({
      standing: "reviewed",
      decision: { administration: "RILO-WE", reason: "Add the batch." },
    });
    expect(await call("KE officer", "GET", path)).toEqual(received);
    expect((await call("RILO-WE releaser", "GET", LIST)).json.items).toEqual([]);
    expect((await review(of, "WCO operator", path, "mark-reviewed")).status).toBe(404);
  });

  test("is read by reviewers beyond its audience until then, who are in the trail and not in the ledger", async () => {
    const path = await drafted(of, critical);
    await step(of, "FR releaser", path, "release");
    const reference = (await call("FR releaser", "GET", path)).json.reference;
    expect((await call("DE releaser", "GET", path)).status).toBe(200);
    for (const role of readers.filter((each) => !["contact-point", "releaser"].includes(each)))
      expect((await call(`DE ${role}`, "GET", path)).status).toBe(404);
    expect(
      (await call("DE releaser", "GET", `/v1/alerts?reference=${reference}&group=closed`)).json.items,
    ).toEqual([]);
    const { json } = await call("FR officer", "GET", `${path}/acknowledgements`);
    expect(json.items.map(({ administration }: { administration: string }) => administration)).toEqual([
      "KE",
    ]);
    await call("KE reader", "GET", path);
    await review(of, "DE releaser", path, "mark-reviewed");
    expect((await call("DE releaser", "GET", path)).status).toBe(404);
    expect(
      (
        await call(
          "KE releaser",
          "POST",
          `${path}/review`,
          { decision: "mark-reviewed" },
          { "If-Match": '"version-1"' },
        )
      ).status,
    ).toBe(403);
  });
});
