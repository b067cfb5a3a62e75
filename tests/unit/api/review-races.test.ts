import { beforeEach, expect, test } from "vitest";
import { groupItem, membershipItems } from "../../../shared/adapters/records/groups.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Exchange } from "./exchange.ts";
import { drafted, group, inReview, membership, review, reviewedExchange, step } from "./reviewed.ts";

let of: Exchange;
/** What happens between a request's last reading and its writing, once. */
let meanwhile: (() => Promise<unknown>) | undefined;

const interrupted = (store: RecordStore): RecordStore => ({
  ...store,
  transact: async (writes) => {
    const other = meanwhile;
    meanwhile = undefined;
    await other?.();
    return store.transact(writes);
  },
});

beforeEach(async () => {
  meanwhile = undefined;
  of = await reviewedExchange(interrupted);
});

/** A request whose reading was overtaken. */
const overtaken = async (other: () => Promise<unknown>, request: () => ReturnType<Exchange["call"]>) => {
  const answer = request();
  meanwhile = other;
  const { status } = await answer;
  expect(meanwhile).toBeUndefined();
  return status;
};

const etagFor = async (who: string, path: string) => ({ "If-Match": (await of.call(who, "GET", path)).etag });
const stateOf = async (path: string) => (await of.call("FR officer", "GET", path)).json.state;

test("an approval finds nothing to approve once its author took the draft back and changed it", async () => {
  const path = await inReview(of);
  const headers = await etagFor("WCO operator", path);
  const status = await overtaken(
    async () => {
      await step(of, "FR releaser", path, "return", { reason: "A mistake." });
      const change = { title: "Not what was reviewed" };
      await of.call("FR officer", "PATCH", path, change, await etagFor("FR officer", path));
    },
    () => of.call("WCO operator", "POST", `${path}/review`, { decision: "approve" }, headers),
  );
  expect(status).toBe(412);
  expect(await stateOf(path)).toBe("draft");
  expect((await step(of, "FR releaser", path, "release")).status).toBe(409);
});

test("taking back finds the draft approved already, and the approval holds", async () => {
  const path = await inReview(of);
  const headers = await etagFor("FR releaser", path);
  const status = await overtaken(
    () => review(of, "WCO operator", path, "approve"),
    () => of.call("FR releaser", "POST", `${path}/return`, { reason: "A mistake." }, headers),
  );
  expect(status).toBe(412);
  expect((await step(of, "FR releaser", path, "release")).status).toBe(200);
});

test("of two reviewers the second is told that the first decided", async () => {
  const path = await inReview(of);
  const headers = await etagFor("WCO operator", path);
  const status = await overtaken(
    () => review(of, "DE releaser", path, "send-back", "Name the carrier."),
    () => of.call("WCO operator", "POST", `${path}/review`, { decision: "approve" }, headers),
  );
  expect(status).toBe(412);
  expect((await of.call("FR officer", "GET", path)).json.review.outcome).toBe("returned");
});

test("a reviewer whose administration is removed at that moment decides nothing", async () => {
  const path = await inReview(of);
  const headers = await etagFor("RILO-WE releaser", path);
  const gone = membershipItems(membership("RILO-WE", "2026-11-02T00:00:00.000Z"));
  const status = await overtaken(
    () => of.store.writeMany(gone.map((item) => ({ put: item }))),
    () => of.call("RILO-WE releaser", "POST", `${path}/review`, { decision: "approve" }, headers),
  );
  expect(status).toBe(412);
  expect(await stateOf(path)).toBe("in-review");
});

test("a release does not take along what was changed after its approval", async () => {
  const path = await inReview(of);
  await review(of, "WCO operator", path, "approve");
  const headers = await etagFor("FR releaser", path);
  const change = { title: "Not what was reviewed" };
  const status = await overtaken(
    () => of.call("FR officer", "PATCH", path, change, headers),
    () => of.call("FR releaser", "POST", `${path}/release`, undefined, headers),
  );
  expect(status).toBe(412);
  expect(await stateOf(path)).toBe("submitted");
});

test("a release needs the review that its group begins to ask for at that moment", async () => {
  await of.store.writeMany([{ put: groupItem({ ...group, review: "none", revision: 2 }) }]);
  const path = await drafted(of);
  const headers = await etagFor("FR releaser", path);
  const status = await overtaken(
    () => of.store.writeMany([{ put: groupItem({ ...group, revision: 3 }) }]),
    () => of.call("FR releaser", "POST", `${path}/release`, undefined, headers),
  );
  expect(status).toBe(409);
  expect(await stateOf(path)).toBe("draft");
});

test("a release of an author who is removed from the group at that moment does not happen", async () => {
  const path = await inReview(of);
  await review(of, "WCO operator", path, "approve");
  const headers = await etagFor("FR releaser", path);
  const gone = membershipItems(membership("FR", "2026-11-02T00:00:00.000Z"));
  const status = await overtaken(
    () => of.store.writeMany(gone.map((item) => ({ put: item }))),
    () => of.call("FR releaser", "POST", `${path}/release`, undefined, headers),
  );
  expect(status).toBe(412);
  expect(await stateOf(path)).toBe("submitted");
});

test("a release whose approval is gone at that moment does not happen", async () => {
  const path = await inReview(of);
  await review(of, "WCO operator", path, "approve");
  const headers = await etagFor("FR releaser", path);
  const approval = of.store.items().filter(({ sk }) => sk === "REVIEW");
  expect(approval).toHaveLength(1);
  const status = await overtaken(
    () => of.store.writeMany(approval.map((item) => ({ put: { ...item, state: "returned" } }))),
    () => of.call("FR releaser", "POST", `${path}/release`, undefined, headers),
  );
  expect(status).toBe(409);
  expect(await stateOf(path)).toBe("submitted");
});
