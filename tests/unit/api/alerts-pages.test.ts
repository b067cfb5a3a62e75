import { expect, test } from "vitest";
import { draft, exchange, release } from "./exchange.ts";

const NEXT = /^<(\?[^>]+)>; rel="next"$/;

/** Everything that a list has, by following its links alone. */
const followed = async (of: Awaited<ReturnType<typeof exchange>>, who: string, address: string) => {
  const [path = ""] = address.split("?");
  const ids: string[] = [];
  let next: string | undefined = address;
  while (next !== undefined) {
    const { status, json, headers } = await of.call(who, "GET", next);
    expect(status).toBe(200);
    ids.push(...(json.items as { id: string }[]).map(({ id }) => id));
    const query: string | undefined = NEXT.exec(String(headers["link"]))?.[1];
    expect(query === undefined).toBe(json.nextCursor === null);
    next = query === undefined ? undefined : `${path}${query}`;
  }
  return ids;
};

test("a list is read to its end by its Link headers, with the filter it began with", async () => {
  const of = await exchange();
  for (let n = 0; n < 5; n++) await draft(of);
  for (let n = 0; n < 3; n++) await release(of, { audience: { kind: "group" } });
  expect(new Set(await followed(of, "FR officer", "/v1/alerts?status=draft&limit=2"))).toHaveProperty(
    "size",
    5,
  );
  expect(await followed(of, "KE officer", "/v1/alerts?status=draft&limit=2")).toEqual([]);
  expect(await followed(of, "FR officer", "/v1/alerts?limit=1")).toHaveLength(3);
  expect((await followed(of, "FR contact-point", "/v1/users?limit=2")).length).toBeGreaterThan(4);
});
