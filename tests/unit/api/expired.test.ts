import { expect, test } from "vitest";
import { loadCaller } from "../../../functions/runtime/caller.ts";
import { exchange } from "./exchange.ts";

test("a token is good until the second it ends, however long the gateway keeps the authorizer's answer", async () => {
  const { store, people } = await exchange();
  const id = people.get("FR officer");
  const identity = { administration: "FR", username: id, subject: id, expires: "1900000000" };
  const at = (seconds: number) => loadCaller(store, identity, new Date(seconds * 1000));
  expect((await at(1_899_999_999)).id).toBe(id);
  await expect(at(1_900_000_000)).rejects.toMatchObject({ kind: "unauthenticated" });
  const { expires: _, ...endless } = identity;
  await expect(loadCaller(store, endless, new Date())).rejects.toMatchObject({ kind: "unauthenticated" });
});
