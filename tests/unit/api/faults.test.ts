import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Exchange, exchange } from "./exchange.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});
afterEach(() => {
  vi.restoreAllMocks();
});

test("a fault of ours is told as one, without its details, and kept for the operators", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const fault = new Error("table ipr-cencomm-secret is throttled");
  vi.spyOn(of.store, "getMany").mockRejectedValue(fault);
  const answer = await of.call("FR officer", "GET", "/v1/me");
  expect(answer).toMatchObject({ status: 500, json: { type: expect.stringMatching(/\/internal$/) } });
  expect(JSON.stringify(answer)).not.toContain("secret");
  expect(log).toHaveBeenCalledWith(fault);
});
