import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Endpoint, Noun } from "../../../shared/contract/endpoint.ts";
import { nouns } from "../../../shared/contract/nouns.ts";
import { may, Role, Scope } from "../../../shared/domain/permissions.ts";
import { type Asker, type Outcome, type Reach, reaches } from "./matrix-reach.ts";
import { callers, type MatrixWorld, matrixWorld, strangers, type Thing } from "./matrix-world.ts";

const routes = Object.entries(nouns as Readonly<Record<string, Noun>>).flatMap(([noun, endpoints]) =>
  Object.entries(endpoints).map(([name, endpoint]) => ({ id: `${noun}.${name}`, endpoint })),
);
const table: Readonly<Record<string, Reach>> = reaches;

let world: MatrixWorld;
beforeAll(async () => {
  world = await matrixWorld();
});
beforeEach(() => world.restore());

const reachOf = (id: string): Reach => {
  const reach = table[id];
  if (reach === undefined)
    throw new Error(`Nobody says how ${id} reaches what it is about: add it to matrix-reach.ts`);
  return reach;
};

const requestOf = (endpoint: Endpoint, reach: Reach, thing: Thing) => {
  const search = reach.search?.(thing);
  const headers: Record<string, string> =
    endpoint.conditional === true ? { "If-Match": thing.etag ?? '"none"' } : {};
  const within = reach.kind === "account" ? thing.within : undefined;
  const [first, second] = within === undefined ? [thing.id, reach.part ?? ""] : [within, thing.id];
  return [
    endpoint.method,
    `${endpoint.path.replace(/\{\w+\}/, first).replace(/\{\w+\}/, second)}${search === undefined ? "" : `?${search}`}`,
    reach.body?.(thing),
    headers,
  ] as const;
};

const askerOf = (who: string): Asker => {
  const held = Role.safeParse(who.split(" ")[1]);
  const scope = Scope.safeParse(who.split(" ")[1]);
  return {
    roles: held.success ? [held.data] : [],
    scopes: scope.success ? [scope.data] : [],
    administrationKind: who.startsWith("WCO ") ? "secretariat" : "member",
  };
};

const statusOf = { unknown: 404, refused: 403, conflict: 409 } as const satisfies Record<
  Exclude<Outcome, "done">,
  number
>;

/** The door is the permissions table's alone; past it, the route's own way to what it is about. */
const opens = ({ access }: Endpoint, asker: Asker): boolean =>
  access === "public" || access === "signed-in" || may(asker, access);

/** One cell of the matrix, from the state in which everything began; what is refused changes nothing. */
const ask = async (who: string, endpoint: Endpoint, reach: Reach, thing: Thing, allowed: boolean) => {
  const request = requestOf(endpoint, reach, thing);
  const { answer, calls } = await world.callsOf(() =>
    allowed ? world.call(who, ...request) : world.refused(who, ...request),
  );
  if (allowed) await world.restore();
  const { status, headers, json } = answer;
  return { answer: { status, headers, json }, calls };
};

test("every route of the contract says how it reaches what it is about, and no other does", () => {
  expect(Object.keys(reaches).sort()).toEqual(routes.map(({ id }) => id).sort());
});

describe.each(routes)("$id", ({ id, endpoint }) => {
  test.each(callers)("asked by %s", async (who) => {
    const reach = reachOf(id);
    const asker = askerOf(who);
    const things = world.kinds[reach.kind](who);
    const never = await ask(
      who,
      endpoint,
      reach,
      things.never,
      reach.kind === "nothing" && opens(endpoint, asker),
    );
    for (const [place, thing] of Object.entries(things)) {
      if (reach.kind === "nothing" && place === "never") continue;
      const expected = opens(endpoint, asker) ? reach.outcome(place, asker) : "refused";
      const { answer, calls } = await ask(who, endpoint, reach, thing, expected === "done");
      const cell = `${who} on ${place}: ${JSON.stringify(answer.json)}`;
      expect(answer.status, cell).toBe(expected === "done" ? endpoint.status : statusOf[expected]);
      if (expected === "unknown" || !opens(endpoint, asker)) {
        // What cannot be seen is answered, and looked for, as what never was.
        expect(answer, cell).toEqual(never.answer);
        expect(calls, cell).toEqual(never.calls);
      }
      if (expected === "refused") {
        expect(answer.json.detail, cell).toMatch(/^\S.*\.$/);
        if (!opens(endpoint, asker))
          expect(answer.json.detail, cell).toMatch(
            asker.scopes.length > 0
              ? /^This (needs the scope |is for people alone)/
              : /^This needs one of the roles: /,
          );
      }
    }
  });

  test("asked by nobody, from nowhere, by somebody disabled, or of a suspended administration", async () => {
    const reach = reachOf(id);
    const answers = [];
    for (const who of strangers)
      for (const [place, thing] of Object.entries(world.kinds[reach.kind]("FR contact-point"))) {
        const isPublic = endpoint.access === "public";
        const allowed =
          isPublic && (reach.kind === "nothing" || reach.outcome(place, askerOf(who)) === "done");
        const { answer } = await ask(who, endpoint, reach, thing, allowed);
        if (isPublic) expect(answer.status).toBe(allowed ? endpoint.status : 404);
        else {
          expect(answer.status).toBe(401);
          answers.push(answer);
        }
      }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

test("a reference of an alert to others is looked for, and answered, as one that nobody gave", async () => {
  const alert = world.kinds.alert("FR reader")["fellow-elsewhere"]?.id;
  const { json } = await world.call("KE contact-point", "GET", `/v1/alerts/${alert}`);
  expect(json.reference).toMatch(/^IPR-/);
  const list = (reference: string) =>
    world.callsOf(() => world.call("FR reader", "GET", `/v1/alerts?reference=${reference}`));
  const [theirs, never] = [await list(json.reference), await list("IPR-2026-R0AB1CD")];
  expect(theirs.answer.json.items).toEqual([]);
  expect(theirs).toEqual(never);
});

/** Kinds that are the same thing in another state. */
const thingOf = (kind: string): string =>
  ({ invitee: "person", account: "person", confirmed: "application", contactPoints: "administration" })[
    kind
  ] ?? kind;

const withObject = routes.filter(({ id }) => reachOf(id).kind !== "nothing");
const mightiest = ({ endpoint }: (typeof routes)[number]): string =>
  callers.find((who) => opens(endpoint, askerOf(who))) ?? "nobody";

test.each(withObject)("to $id, an id of another thing is one that never was", async (route) => {
  const { id, endpoint } = route;
  const reach = reachOf(id);
  const who = mightiest(route);
  const never = await ask(who, endpoint, reach, world.kinds[reach.kind](who).never, false);
  let tried = 0;
  for (const [kind, things] of Object.entries(world.kinds))
    for (const [place, thing] of Object.entries(things(who))) {
      if (thingOf(kind) === thingOf(reach.kind) || kind === "nothing") continue;
      const { answer } = await ask(who, endpoint, reach, thing, false);
      // A code or a name is no id at all, and told so.
      if (answer.status !== 404) expect([400, 422], `${kind} ${place}`).toContain(answer.status);
      else expect(answer, `${kind} ${place}`).toEqual(never.answer);
      tried += 1;
    }
  expect(tried).toBeGreaterThan(10);
});

const withBody = routes.filter(({ id }) => reachOf(id).body !== undefined);
const overwriting = [
  "id",
  "administration",
  "createdBy",
  "revision",
  "subject",
  "pk",
  "sk",
  "author",
  "deletedAt",
];

test.each(withBody)("$id takes nothing from its body that says whose or which it is", async (route) => {
  const { id, endpoint } = route;
  const reach = reachOf(id);
  const who = mightiest(route);
  const { kind } = reach;
  const thing = Object.values(world.kinds[kind](who))[0] ?? { id: "" };
  const [method, path, body, headers] = requestOf(endpoint, reach, thing);
  for (const name of overwriting) {
    if (name in Object(body)) continue;
    const forged = { ...Object(body), [name]: String(world.people.get("KE officer")) };
    const { status, errors } = await world.refused(who, method, path, forged, headers);
    expect(status, name).toBe(422);
    expect(
      errors.map(({ pointer }) => pointer),
      name,
    ).toContain(`/${name}`);
  }
});
