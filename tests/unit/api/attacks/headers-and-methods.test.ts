import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type AttackedWorld,
  addressOf,
  attackedWorld,
  attackersOf,
  attemptOn,
  routeOf,
  routes,
  thingsOf,
} from "./attacked-world.ts";

let world: AttackedWorld;
beforeAll(async () => {
  world = await attackedWorld();
});

/** Headers by which some server, framework or proxy has been told who asks, for whom, how, or for what. */
const tricks = [
  "X-HTTP-Method-Override",
  "X-HTTP-Method",
  "X-Method-Override",
  "X-Original-URL",
  "X-Rewrite-URL",
  "X-Original-Method",
  "X-Forwarded-For",
  "X-Forwarded-Host",
  "X-Forwarded-Proto",
  "X-Forwarded-User",
  "X-Forwarded-Prefix",
  "X-Real-IP",
  "X-Client-IP",
  "True-Client-IP",
  "CF-Connecting-IP",
  "Forwarded",
  "Host",
  "Origin",
  "Referer",
  "X-User",
  "X-User-Id",
  "X-Remote-User",
  "X-Roles",
  "X-Role",
  "X-Groups",
  "X-Tenant",
  "X-Tenant-Id",
  "X-Administration",
  "X-Administration-Code",
  "X-Api-Key",
  "X-Amzn-Oidc-Identity",
  "X-Amzn-Oidc-Data",
  "X-Amz-Security-Token",
  "X-Apigateway-Event",
  "X-Apigateway-Context",
  "X-Authenticated-Userid",
  "X-Auth-Request-User",
  "Cookie",
  "Authorization",
  "Proxy-Authorization",
  "Range",
  "Prefer",
  "TE",
  "Expect",
  "Upgrade",
];

const values = fc.oneof(
  fc.constantFrom(
    "WCO",
    "KE",
    "operator",
    "contact-point",
    "127.0.0.1",
    "localhost",
    "DELETE",
    "GET",
    "true",
    "*",
  ),
  fc.constantFrom("/v1/users", "/v1/audit?administration=KE", "administration=WCO; roles=operator"),
  fc.string({ maxLength: 30 }),
);

const attacked = routes.filter((route) => attackersOf(route).length > 0);
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];

test("no header beside those of the contract makes an answer another one, or does anything else", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...attacked.map(({ id }) => id)),
      fc.record({ thing: fc.nat(), who: fc.nat() }),
      fc.dictionary(fc.constantFrom(...tricks), values, { minKeys: 1, maxKeys: 4 }),
      async (id, { thing, who: by }, headers) => {
        const route = routeOf(id);
        const who = pick(attackersOf(route), by) ?? "nobody";
        const attempt = attemptOn(route, pick(thingsOf(world, route, who), thing) ?? { id: "" });
        const ask = async (sent: Readonly<Record<string, string>>) => {
          const { status, json } = await world.call(
            who,
            attempt.method,
            addressOf(attempt),
            attempt.body,
            sent,
          );
          const changed = world
            .changes()
            .map(({ was, is }) => (was ?? is)?.pk.replaceAll(/[0-9a-f-]{36}|#\d+$|R[0-9A-Z]{6}$/g, ""));
          await world.restore();
          return { status, kind: json.type, fields: Object.keys(json).sort(), changed: changed.sort() };
        };
        expect(await ask({ ...headers, ...attempt.headers })).toEqual(await ask(attempt.headers));
      },
    ),
    { numRuns: 400 },
  );
}, 120_000);

describe("a method or a path that the contract does not have", () => {
  const methods = [
    "HEAD",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PUT",
    "DELETE",
    "PATCH",
    "PROPFIND",
    "get",
    "post",
    "Get",
  ];

  /** Ways to write a path that some server takes for another one. */
  const disguises: readonly ((path: string) => string)[] = [
    (path) => `${path}/`,
    (path) => `${path}//`,
    (path) => `${path}/.`,
    (path) => `${path}/..`,
    (path) => `${path}.json`,
    (path) => `${path};role=operator`,
    (path) => `${path}%00`,
    (path) => `${path}%2e%2e`,
    (path) => `${path}%0d%0aX-Role: operator`,
    (path) => path.replace(/^(\/v1\/[^/]+)/, (all) => `${all}/../${all.split("/")[2]}`),
    (path) => `${path}/../../audit`,
    (path) => path.replace(/[^/]+$/, (last) => last.toUpperCase()),
    (path) =>
      path.replace(/[^/]+$/, (last) => [...last].map((c) => `%${c.charCodeAt(0).toString(16)}`).join("")),
  ];

  test("is answered as what nobody may see, and changes nothing", async () => {
    const known = new Set(routes.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`));
    const answers = new Set<string>();
    let asked = 0;
    for (const { endpoint } of routes)
      for (const method of methods) {
        if (known.has(`${method} ${endpoint.path}`)) continue;
        const path = endpoint.path.replaceAll(/\{\w+\}/g, world.alerts[0] ?? "");
        const others = routes.some(
          (other) =>
            other.endpoint.method === method &&
            new RegExp(`^${other.endpoint.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
        );
        if (others) continue;
        const { status, json } = await world.call("FR contact-point", method, path);
        expect(status, `${method} ${path}`).toBe(404);
        answers.add(JSON.stringify(json));
        asked += 1;
      }
    expect(asked).toBeGreaterThan(300);
    expect(answers.size).toBe(1);
    expect(world.changes()).toEqual([]);
  }, 120_000);

  test("is no other way to something: what a disguised path reaches, if anything, is what the plain one does", async () => {
    for (const route of attacked.filter(({ endpoint }) => endpoint.path.includes("{")))
      for (const disguise of disguises) {
        const who = attackersOf(route)[0] ?? "nobody";
        // Things of others: the plain path is refused, and so has every other way to be.
        const foreign = Object.entries(world.kinds[route.reach.kind](who)).filter(([place]) =>
          ["fellow-draft", "fellow-elsewhere", "other-group", "stranger"].includes(place),
        );
        for (const [, thing] of foreign) {
          const attempt = attemptOn(route, thing);
          const plain = await world.call(
            who,
            attempt.method,
            addressOf(attempt),
            attempt.body,
            attempt.headers,
          );
          await world.restore();
          if (plain.status < 400) continue;
          const path = disguise(attempt.segments.join("/")) + addressOf(attempt).replace(/^[^?]*/, "");
          const { status } = await world.call(who, attempt.method, path, attempt.body, attempt.headers);
          expect([400, 404, plain.status], `${attempt.method} ${path}`).toContain(status);
        }
      }
    expect(world.changes()).toEqual([]);
  }, 120_000);
});
