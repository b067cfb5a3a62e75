import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Item } from "../../../../shared/domain/record-store.ts";
import {
  type AttackedWorld,
  type Attempt,
  addressOf,
  attackedWorld,
  attackersOf,
  attemptOn,
  CANARY,
  type Route,
  routeOf,
  routes,
  thingsOf,
} from "./attacked-world.ts";

let world: AttackedWorld;
beforeAll(async () => {
  world = await attackedWorld();
});

/** Who holds the secret of an application may act on it, whoever they are: there is nothing to be authorised. */
const authorised = routes.filter(({ endpoint }) => endpoint.access !== "public");

/** Somewhere in a request where an id can stand, and the request with another one there. */
type Slot = (attempt: Attempt, value: string) => Attempt;

const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, each]) => leaves(each, [...path, name]))
    : typeof value === "string"
      ? [path]
      : [];

const withLeaf = (value: unknown, [step, ...rest]: readonly string[], leaf: string): unknown => {
  if (step === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((each, n) => (String(n) === step ? withLeaf(each, rest, leaf) : each));
  const members = Object(value) as Readonly<Record<string, unknown>>;
  return { ...members, [step]: withLeaf(members[step], rest, leaf) };
};

const slotsOf = ({ endpoint }: Route, { body }: Attempt): readonly Slot[] => [
  ...endpoint.path
    .split("/")
    .flatMap((segment, at): Slot[] =>
      segment.startsWith("{")
        ? [(attempt, value) => ({ ...attempt, segments: attempt.segments.toSpliced(at, 1, value) })]
        : [],
    ),
  ...Object.keys(endpoint.query?._zod.def.shape ?? {}).map(
    (name): Slot =>
      (attempt, value) => ({ ...attempt, query: { ...attempt.query, [name]: value } }),
  ),
  ...leaves(body).map(
    (path): Slot =>
      (attempt, value) => ({ ...attempt, body: withLeaf(attempt.body, path, value) }),
  ),
];

/** Whose an item is, by what it says and not by who wrote it; what only counts or repeats is the attacker's own. */
const isFrances = (item: Item, items: ReadonlyMap<string, Item>, caller: string): boolean => {
  const [kind = "", name = ""] = item.pk.split("#");
  const ofFrance = (found: unknown): boolean =>
    typeof found === "object" && found !== null && "administration" in found && found.administration === "FR";
  const group = (id: unknown): boolean => items.get(`GRP#${id} PROFILE`)?.["owner"] === "FR";
  const alert = (id: unknown): boolean => ofFrance(items.get(`ALT#${id} HEAD`));
  switch (kind) {
    case "ADM":
      // A member that the group's owner admits or removes has it on its own side, too.
      return name === "FR" || (item.sk.startsWith("GRP#") && group(item["group"]));
    case "AUD":
      return name === "FR" || (String(item["action"]).startsWith("groups.") && group(item["subject"]));
    case "DRAFT":
    case "TODO":
      return name === "FR";
    case "GRP":
      return group(name) || item.sk === "MEM#FR";
    case "ALT":
      return alert(name) || item.sk === "ACK#FR" || item.sk === "READ#FR";
    case "FEED":
      return ofFrance(item["summary"]);
    case "REF":
      return item.sk === "COUNTER" || alert(item["alert"]);
    case "IDM":
      return name === caller;
    case "RATE":
      return true;
    case "OUT": {
      const work = Object(item["work"] ?? item) as Readonly<Record<string, unknown>>;
      const { administration = "FR", alert: about, group: within } = work;
      return (
        administration === "FR" &&
        (about === undefined || alert(about)) &&
        (within === undefined || group(within))
      );
    }
    default:
      return false;
  }
};

/** What an attempt changed that is not France's. */
const harmed = (caller: string): readonly string[] => {
  const changes = world.changes();
  const all = new Map(
    [...world.begun, ...changes.flatMap(({ is }) => is ?? [])].map((item) => [`${item.pk} ${item.sk}`, item]),
  );
  return changes
    .filter(({ was, is }) => [was, is].some((item) => item !== undefined && !isFrances(item, all, caller)))
    .map(({ was, is }) => `${(was ?? is)?.pk} ${(was ?? is)?.sk}`);
};

/** Mostly one that the route is for, and mostly ids of the kind that it is about: an attack that begins as right as can be. */
const attacks = fc.record({
  id: fc.constantFrom(...authorised.filter((route) => attackersOf(route).length > 0).map(({ id }) => id)),
  who: fc.nat(),
  thing: fc.nat(),
  swaps: fc.array(fc.record({ slot: fc.nat(), value: fc.nat(), alike: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  etag: fc.option(fc.nat(), { freq: 2 }),
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

test("whatever ids are exchanged in path, query and body, nothing of another administration is changed or shown", async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(attacks, async ({ id, who: by, thing: at, swaps, etag }) => {
      const route = routeOf(id);
      const who = pick(attackersOf(route), by) ?? "nobody";
      const things = thingsOf(world, route, who);
      const alike = things.map((each) => each.id);
      const thing = pick(things, at) ?? { id: "" };
      let attempt = attemptOn(route, thing);
      const slots = slotsOf(route, attempt);
      for (const { slot, value, alike: likely } of swaps)
        attempt = pick(slots, slot)?.(attempt, pick(likely ? alike : world.ids, value) ?? "") ?? attempt;
      const ifMatch = etag === null ? undefined : pick(world.etags, etag);
      const headers = ifMatch === undefined ? attempt.headers : { ...attempt.headers, "If-Match": ifMatch };
      const address = addressOf(attempt);
      const { status, json } = await world.call(who, attempt.method, address, attempt.body, headers);
      const told = JSON.stringify(json);
      const sent = address + JSON.stringify(attempt.body);
      const about = `${who}: ${attempt.method} ${address} ${JSON.stringify(attempt.body)} → ${status} ${told}`;
      if (status < 400) done += 1;
      const caller = world.systems.get(who)?.account ?? world.people.get(who) ?? "";
      const found = harmed(caller);
      await world.restore();
      expect(found, about).toEqual([]);
      expect(told, about).not.toContain(CANARY);
      for (const id of world.alerts) if (!sent.includes(id)) expect(told, about).not.toContain(id);
    }),
    { numRuns: 1500 },
  );
  // An attack that never gets anywhere would prove nothing of those that could.
  expect(done).toBeGreaterThan(100);
}, 120_000);

test("the oracle sees what an attack would leave behind", async () => {
  const person = world.begun.find(({ pk, sk }) => pk === "ADM#KE" && sk.startsWith("USR#"));
  const head = world.begun.find(({ pk, sk }) => pk === `ALT#${world.alerts[1]}` && sk === "HEAD");
  if (person === undefined || head === undefined) throw new Error("Kenya has nobody and nothing");
  for (const item of [person, head]) {
    await world.store.writeMany([{ put: { ...item, revision: 99 } }]);
    expect(harmed("")).toEqual([`${item.pk} ${item.sk}`]);
    await world.store.writeMany([{ delete: { pk: item.pk, sk: item.sk } }]);
    expect(harmed("")).toEqual([`${item.pk} ${item.sk}`]);
    await world.restore();
  }
  expect(harmed("")).toEqual([]);
});
