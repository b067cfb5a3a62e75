import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import {
  type AttackedWorld,
  addressOf,
  attackedWorld,
  attackersOf,
  attemptOn,
  type Route,
  routeOf,
  routes,
  thingsOf,
} from "./attacked-world.ts";

let world: AttackedWorld;
/** Every name that anything stored has: what a row could be overwritten by. */
let names: readonly string[];
beforeAll(async () => {
  world = await attackedWorld();
  names = [...new Set(world.begun.flatMap(namesIn))].sort();
});

const namesIn = (value: unknown): readonly string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, each]) => [
        ...(Array.isArray(value) ? [] : [name]),
        ...namesIn(each),
      ])
    : [];

type Path = readonly string[];

/** The way to each object in a body, itself first. */
const objectsIn = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === "object" && value !== null
    ? [
        ...(Array.isArray(value) ? [] : [path]),
        ...Object.entries(value).flatMap(([name, each]) => objectsIn(each, [...path, name])),
      ]
    : [];

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((within, step) => Object(within)[step], value);

const withField = (value: unknown, [step, ...rest]: Path, name: string, field: unknown): unknown => {
  if (step === undefined) return { ...Object(value), [name]: field };
  const inner = withField(Object(value)[step], rest, name, field);
  return Array.isArray(value) ? value.with(Number(step), inner) : { ...Object(value), [step]: inner };
};

/** Whether a field is one that the route asks for; a patch whose schema takes anything is held to what it makes of the draft. */
const isAskedFor = ({ endpoint }: Route, body: unknown, name: string): boolean => {
  const takesAnything = endpoint.body?.safeParse({ "no such field": 1 }).success ?? false;
  return takesAnything
    ? name in AlertContent._zod.def.shape
    : (endpoint.body?.safeParse(body).success ?? false);
};

const withBody = routes.filter(
  (route) =>
    route.reach.body !== undefined && route.endpoint.access !== "public" && attackersOf(route).length > 0,
);

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];

test("a field of a stored row that no schema asks for is refused by its name, at every depth, and changes nothing", async () => {
  expect(names.length).toBeGreaterThan(80);
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...withBody.map(({ id }) => id)),
      fc.record({
        thing: fc.oneof(fc.constant(0), fc.nat()),
        place: fc.nat(),
        name: fc.nat(),
        value: fc.nat(),
        wrapped: fc.boolean(),
      }),
      async (id, { thing: which, place, name: called, value, wrapped }) => {
        const route = routeOf(id);
        const who = attackersOf(route)[0] ?? "nobody";
        const attempt = attemptOn(route, pick(thingsOf(world, route, who), which) ?? { id: "" });
        const path = pick(objectsIn(attempt.body), place) ?? [];
        const name = pick(names, called) ?? "id";
        if (name in Object(at(attempt.body, path))) return;
        const foreign = pick(world.ids, value) ?? "";
        const body = withField(attempt.body, path, name, wrapped ? { [name]: foreign } : foreign);
        if (isAskedFor(route, body, name)) return;
        const honest = await world.call(
          who,
          attempt.method,
          addressOf(attempt),
          attempt.body,
          attempt.headers,
        );
        await world.restore();
        const answer = await world.call(who, attempt.method, addressOf(attempt), body, attempt.headers);
        const changed = world.changes().map(({ was, is }) => `${(was ?? is)?.pk} ${(was ?? is)?.sk}`);
        await world.restore();
        const told = `${route.id} with ${name}: ${answer.status} ${JSON.stringify(answer.json)}`;
        expect(changed, told).toEqual([]);
        // What is there to be changed says which field it does not know; what is not, or not theirs, says what it says to everybody.
        if (honest.status < 400) {
          expect(answer.status, told).toBe(422);
          const pointers = (answer.json.errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
          expect(pointers.join(" "), told).toContain(`/${[...path, name].join("/")}`);
          refused += 1;
        } else expect([honest.status, 422], told).toContain(answer.status);
      },
    ),
    { numRuns: 600 },
  );
  expect(refused).toBeGreaterThan(60);
}, 120_000);
