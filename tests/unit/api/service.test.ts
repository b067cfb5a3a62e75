import { beforeEach, expect, test } from "vitest";
import description from "../../../shared/contract/openapi.json" with { type: "json" };
import { type Exchange, exchange } from "./exchange.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

test("anybody is given the API's description, kept by caches for five minutes and sent once a version", async () => {
  const answer = await of.call("nobody", "GET", "/v1/openapi.json");
  expect(answer.json).toEqual(description);
  expect(answer.headers["cache-control"]).toBe("public, max-age=300");
  const again = await of.call("nobody", "GET", "/v1/openapi.json", undefined, {
    "If-None-Match": answer.etag,
  });
  expect(again).toMatchObject({ status: 304, json: {} });
});

test("anybody is told that the exchange answers, and what its terms are", async () => {
  const health = await of.call("nobody", "GET", "/v1/health");
  expect(health).toMatchObject({ status: 200, json: { status: "ok" } });
  expect(health.headers["cache-control"]).toBe("no-store");
  const terms = await of.call("nobody", "GET", "/v1/terms");
  expect(Object.keys(terms.json.text)).toEqual(["en", "fr"]);
});
