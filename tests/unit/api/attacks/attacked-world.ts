import type { Endpoint, Noun } from "../../../../shared/contract/endpoint.ts";
import { nouns } from "../../../../shared/contract/nouns.ts";
import { may, Role, Scope } from "../../../../shared/domain/permissions.ts";
import type { Item } from "../../../../shared/domain/record-store.ts";
import { type Reach, reaches } from "../matrix-reach.ts";
import { callers, type MatrixWorld, matrixWorld, type Thing } from "../matrix-world.ts";

export const routes = Object.entries(nouns as Readonly<Record<string, Noun>>).flatMap(([noun, endpoints]) =>
  Object.entries(endpoints).map(([name, endpoint]): Route => {
    const id = `${noun}.${name}`;
    const reach = (reaches as Readonly<Record<string, Reach>>)[id];
    if (reach === undefined) throw new Error(`Nobody says how ${id} reaches what it is about`);
    return { id, endpoint, reach };
  }),
);

export interface Route {
  readonly id: string;
  readonly endpoint: Endpoint;
  readonly reach: Reach;
}

/** By its id, which says more of a counterexample than all of its schemas. */
export const routeOf = (id: string): Route => {
  const found = routes.find((route) => route.id === id);
  if (found === undefined) throw new Error(`There is no route ${id}`);
  return found;
};

/** France's people and systems: whoever attacks is one of them, with every right that they have. */
export const attackers = callers.filter((who) => who.startsWith("FR "));

/** Those of them to whom a route's door is open: what they may do it to is decided behind it. */
export const attackersOf = ({ endpoint: { access } }: Route): readonly string[] =>
  attackers.filter((who) => {
    if (access === "public" || access === "signed-in") return true;
    const held = who.slice("FR ".length);
    const [role, scope] = [Role.safeParse(held).data, Scope.safeParse(held).data];
    return may(
      {
        roles: role === undefined ? [] : [role],
        scopes: scope === undefined ? [] : [scope],
        administrationKind: "member",
      },
      access,
    );
  });

/** What of others nobody in France may ever read: it stands in their names, addresses and texts. */
export const CANARY = "canary";

/** What holds others' secrets: people, systems, addresses and drafts, and alerts that are not to France. */
const isSecret = ({ pk, sk }: Item, alerts: ReadonlySet<string>): boolean =>
  (/^ADM#(KE|SE)$/.test(pk) && /^(USR|SYS|END|SUB)#/.test(sk)) ||
  /^DRAFT#(KE|SE)$/.test(pk) ||
  (pk.startsWith("ALT#") && alerts.has(pk.slice("ALT#".length)) && sk !== "HEAD");

/** Texts that people wrote, and nothing by which something is found. */
const marked = (value: unknown, name = ""): unknown => {
  if (typeof value === "string")
    return ["title", "summary", "description", "name", "purpose"].includes(name)
      ? `${CANARY} ${value}`
      : value;
  if (Array.isArray(value)) return value.map((each) => marked(each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each, key)]));
};

export interface Change {
  readonly was?: Item;
  readonly is?: Item;
}

/** The world of the matrix, with others' secrets marked, and what an attacker may know of it by heart. */
export const attackedWorld = async () => {
  const world = await matrixWorld();
  const { store, kinds } = world;
  const kenya = kinds.alert("FR contact-point");
  const alerts = ["fellow-draft", "fellow-elsewhere", "other-group"].map((place) => String(kenya[place]?.id));
  const secrets = new Set(alerts);
  await store.writeMany(
    store
      .items()
      .filter((item) => isSecret(item, secrets))
      .map((item) => ({ put: marked(item) as Item })),
  );
  const things = attackers.flatMap((who) =>
    Object.values(kinds).flatMap((kind) => Object.values<Thing>(kind(who))),
  );
  const people = [...world.people].map(([, id]) => id);
  const ids = [...new Set([...things.map(({ id }) => id), ...people].filter((id) => id !== ""))];
  const etags = [...new Set(things.flatMap(({ etag }) => etag ?? []))];
  const begun = store.items();
  const before = new Map(
    begun.map((item) => [`${item.pk} ${item.sk}`, { item, text: JSON.stringify(item) }]),
  );

  /** Each item that is not as it was, with what it was and what it is. */
  const changes = (): readonly Change[] => {
    const after = new Map(store.items().map((item) => [`${item.pk} ${item.sk}`, item]));
    const gone = [...before.values()].filter(({ item }) => !after.has(`${item.pk} ${item.sk}`));
    const different = [...after].filter(([key, item]) => before.get(key)?.text !== JSON.stringify(item));
    return [
      ...gone.map(({ item }) => ({ was: item })),
      ...different.map(([key, is]): Change => {
        const was = before.get(key)?.item;
        return was === undefined ? { is } : { was, is };
      }),
    ];
  };
  const restore = (): Promise<void> =>
    store.writeMany(
      changes().map(({ was, is }) =>
        was === undefined ? { delete: { pk: String(is?.pk), sk: String(is?.sk) } } : { put: was },
      ),
    );
  return { ...world, alerts, ids, etags, begun, changes, restore };
};

export type AttackedWorld = Awaited<ReturnType<typeof attackedWorld>>;

export const thingsOf = (world: MatrixWorld, { reach }: Route, who: string): readonly Thing[] =>
  Object.values<Thing>(world.kinds[reach.kind](who));

export interface Attempt {
  readonly method: string;
  readonly segments: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request as it should be, in parts that can be exchanged. */
export const attemptOn = ({ endpoint, reach }: Route, thing: Thing): Attempt => {
  const within = reach.kind === "account" ? thing.within : undefined;
  const [first, second] = within === undefined ? [thing.id, reach.part ?? ""] : [within, thing.id];
  const path = endpoint.path.replace(/\{\w+\}/, first).replace(/\{\w+\}/, second);
  return {
    method: endpoint.method,
    segments: path.split("/"),
    query: Object.fromEntries(new URLSearchParams(reach.search?.(thing) ?? "")),
    body: reach.body?.(thing),
    headers: endpoint.conditional === undefined ? {} : { "If-Match": thing.etag ?? '"none"' },
  };
};

export const addressOf = ({ segments, query }: Attempt): string => {
  const path = segments.map((segment) => segment.replaceAll(/[?#]/g, encodeURIComponent)).join("/");
  return Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
};
