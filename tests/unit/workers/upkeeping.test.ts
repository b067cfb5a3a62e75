import { expect, test } from "vitest";
import { upkeeping } from "../../../functions/schedules/upkeep/upkeeping.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { administrationItem } from "../../../shared/adapters/records/administrations.ts";
import { at } from "./releases.ts";

const codes = Array.from({ length: 120 }, (_, n) => `X-${String(n).padStart(3, "0")}`);

const world = async () => {
  const store = memoryRecordStore();
  await store.writeMany(
    codes.map((code) => ({
      put: administrationItem({
        code,
        kind: "partner",
        name: code,
        state: "active",
        recognitionPhrase: "a quiet harbour",
        firstUserId: "0199a3c0-0000-7000-8000-000000000000",
        topics: [],
        revision: 1,
        createdAt: at,
        changedAt: at,
      }),
    })),
  );
  return store;
};

test("every administration has every task performed once, more of them than one page holds", async () => {
  const done: string[] = [];
  const task = (name: string) => async (administration: { readonly code: string }) =>
    void done.push(`${name} ${administration.code}`);
  await upkeeping({ store: await world(), tasks: [task("first"), task("second")] })();
  expect([...done].sort()).toEqual(["first", "second"].flatMap((name) => codes.map((c) => `${name} ${c}`)));
});

test("a task that fails and an administration that cannot be read stop no other, and the run fails in the end", async () => {
  const store = await world();
  await store.writeMany([{ put: { pk: "ADM#X-050", sk: "PROFILE", gsi1pk: "ADM", gsi1sk: "X-050" } }]);
  const done: string[] = [];
  const upkeep = upkeeping({
    store,
    tasks: [
      ({ code }) => (code === "X-007" ? Promise.reject(new Error("It cannot be done")) : Promise.resolve()),
      async ({ code }) => void done.push(code),
    ],
  });
  const failure: unknown = await upkeep().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AggregateError);
  expect((failure as AggregateError).errors.map(String)).toEqual([
    "Error: The upkeep of X-007 failed",
    "Error: The administration ADM#X-050 cannot be read",
  ]);
  expect([...done].sort()).toEqual(codes.filter((code) => code !== "X-050"));
});
