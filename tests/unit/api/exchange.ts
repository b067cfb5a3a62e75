import type { APIGatewayProxyEvent, Context } from "aws-lambda";
import { v7 } from "uuid";
import { expect } from "vitest";
import { creating } from "../../../functions/api/administrations/creating.ts";
import { keepingContactPoints } from "../../../functions/api/administrations/keeping-contact-points.ts";
import { leaving } from "../../../functions/api/administrations/leaving.ts";
import { managing as managingAdministrations } from "../../../functions/api/administrations/managing.ts";
import { signingIn } from "../../../functions/api/administrations/signing-in.ts";
import { acknowledging } from "../../../functions/api/alerts/acknowledging.ts";
import { drafting } from "../../../functions/api/alerts/drafting.ts";
import { reading as readingAlerts } from "../../../functions/api/alerts/reading.ts";
import { releasing } from "../../../functions/api/alerts/releasing.ts";
import { reviewing } from "../../../functions/api/alerts/reviewing.ts";
import { listingActors } from "../../../functions/api/audit/listing-actors.ts";
import { reading as readingTrail } from "../../../functions/api/audit/reading.ts";
import { verifying } from "../../../functions/api/audit/verifying.ts";
import { reading as readingContactPoints } from "../../../functions/api/contact-points/reading.ts";
import { admitting } from "../../../functions/api/groups/admitting.ts";
import { managing as managingGroups } from "../../../functions/api/groups/managing.ts";
import { reading as readingGroups } from "../../../functions/api/groups/reading.ts";
import { applying } from "../../../functions/api/registrations/applying.ts";
import { deciding } from "../../../functions/api/registrations/deciding.ts";
import { telling } from "../../../functions/api/service/telling.ts";
import { confirming } from "../../../functions/api/subscriptions/confirming.ts";
import { subscribing } from "../../../functions/api/subscriptions/subscribing.ts";
import { ending } from "../../../functions/api/system-accounts/ending.ts";
import { issuing } from "../../../functions/api/system-accounts/issuing.ts";
import { listing } from "../../../functions/api/system-accounts/listing.ts";
import { assisting } from "../../../functions/api/users/assisting.ts";
import { confirming as confirmingPeople } from "../../../functions/api/users/confirming.ts";
import { disclosing } from "../../../functions/api/users/disclosing.ts";
import { importing } from "../../../functions/api/users/importing.ts";
import { introducing } from "../../../functions/api/users/introducing.ts";
import { managing as managingUsers } from "../../../functions/api/users/managing.ts";
import { removing } from "../../../functions/api/users/removing.ts";
import { renewing } from "../../../functions/api/users/renewing.ts";
import { serve } from "../../../functions/runtime/serve.ts";
import { nodeCryptography } from "../../../shared/adapters/crypto/cryptography.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { memoryVault } from "../../../shared/adapters/memory/vault.ts";
import { groupItem } from "../../../shared/adapters/records/groups.ts";
import { administrations } from "../../../shared/contract/administrations.ts";
import { alerts } from "../../../shared/contract/alerts.ts";
import { audit } from "../../../shared/contract/audit.ts";
import { contactPoints } from "../../../shared/contract/contact-points.ts";
import { groups } from "../../../shared/contract/groups.ts";
import { type NounName, nouns } from "../../../shared/contract/nouns.ts";
import { registrations } from "../../../shared/contract/registrations.ts";
import { service } from "../../../shared/contract/service.ts";
import { subscriptions } from "../../../shared/contract/subscriptions.ts";
import { systemAccounts } from "../../../shared/contract/system-accounts.ts";
import { users } from "../../../shared/contract/users.ts";
import { iprGroup } from "../../../shared/domain/group.ts";
import { scopes } from "../../../shared/domain/permissions.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { expectDescribed } from "./description.ts";
import { admitAll, settle } from "./people.ts";
import { pooledClients, type System } from "./systems.ts";
import { followedTopics } from "./topics.ts";

/** When every token ends, in seconds of the epoch. */
const FAR_OFF = "4102444800";

/** The digits of every code. */
export const CODE = "123456";

/** What is tried here, nobody counts: tests ask more in a minute than people do. What limits do, limits.test.ts says. */
const unlimited: RecordStore["tally"] = async (_, tallies) => ({
  added: true,
  counts: tallies.map(() => 1),
});

/** The first parts of a noun's paths: `/v1/users` and `/v1/me`. */
const collection = (path: string): string | undefined => path.split(/[/?]/)[2];
const nounOf = (path: string): NounName => {
  const found = (Object.keys(nouns) as NounName[]).find((noun) =>
    Object.values(nouns[noun]).some((endpoint) => collection(endpoint.path) === collection(path)),
  );
  if (found === undefined) throw new Error(`The gateway hands ${path} to nobody`);
  return found;
};

/**
 * The hosted API on a store in memory: the secretariat, France, Kenya and Germany with a person of each role. Who calls
 * is given as `FR officer`, or as `nobody`; the authorizer is left out. `systems` says of whom it is a system that calls. `reach` is how the handlers come at the store.
 */
export const exchange = async (reach: (store: RecordStore) => RecordStore = (store) => store) => {
  const kept = Object.assign(memoryRecordStore(), { tally: unlimited });
  const store = reach(kept);
  await kept.writeMany([{ put: groupItem(iprGroup("2026-11-01T00:00:00.000Z")) }]);
  const people = new Map<string, string>();
  for (const code of ["WCO", "FR", "KE", "DE"]) {
    await settle(kept, code);
    for (const [who, id] of await admitAll(kept, code)) people.set(who, id);
  }

  const systems = new Map<string, System>();
  const systemClients = pooledClients();
  const topics = followedTopics();
  const vault = memoryVault();
  const codes = { digits: async () => CODE };
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  // By the test's clock, which may be set back: v7 alone would stay at the latest time that it ever saw.
  let made = 0;
  const newId = () => v7({ msecs: Date.now(), seq: made++ });
  const ground = { store, clock: () => new Date(), newId };
  const handlers = {
    service: serve(service, telling(), ground),
    registrations: serve(
      registrations,
      { ...applying({ store, codes, randomBytes }), ...deciding({ store, randomBytes }) },
      ground,
    ),
    administrations: serve(
      administrations,
      {
        ...signingIn({ store }),
        ...managingAdministrations({ store }),
        ...creating({ store, randomBytes }),
        ...leaving({ store }),
        ...keepingContactPoints({ store }),
      },
      ground,
    ),
    contactPoints: serve(contactPoints, readingContactPoints({ store }), ground),
    users: serve(
      users,
      {
        ...introducing({ store }),
        ...managingUsers({ store }),
        ...renewing({ store }),
        ...removing({ store }),
        ...confirmingPeople({ store }),
        ...disclosing({ store }),
        ...importing({ store }),
        ...assisting({ store }),
      },
      ground,
    ),
    systemAccounts: serve(
      systemAccounts,
      {
        ...listing({ store }),
        ...issuing({ store, systemClients }),
        ...ending({ store, systemClients }),
      },
      ground,
    ),
    groups: serve(
      groups,
      { ...readingGroups({ store }), ...managingGroups({ store }), ...admitting({ store }) },
      ground,
    ),
    subscriptions: serve(
      subscriptions,
      { ...subscribing({ store }), ...confirming({ store, codes, topics }) },
      ground,
    ),
    alerts: serve(
      alerts,
      {
        ...drafting({ store }),
        ...releasing({ store, randomBytes }),
        ...reviewing({ store }),
        ...readingAlerts({ store }),
        ...acknowledging({ store }),
      },
      ground,
    ),
    audit: serve(
      audit,
      {
        ...readingTrail({ store }),
        ...listingActors({ store }),
        ...verifying({ store, vault, cryptography: nodeCryptography }),
      },
      ground,
    ),
  } satisfies Record<NounName, unknown>;

  /** A body that is a text is sent as it stands, everything else as JSON. */
  const call = async (
    who: string,
    method: string,
    address: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const [path = "", search = ""] = address.split("?");
    const query = [...new URLSearchParams(search)];
    const [administration] = who.split(" ");
    const id = people.get(who);
    const system = systems.get(who);
    const identity =
      system === undefined
        ? { username: id, subject: id }
        : { systemAccount: system.account, client: system.client, scope: scopes.join(" ") };
    const event = {
      httpMethod: method,
      path,
      headers: { "Content-Type": "application/json", ...headers },
      queryStringParameters: query.length === 0 ? null : Object.fromEntries(query),
      multiValueQueryStringParameters:
        query.length === 0
          ? null
          : Object.fromEntries(
              query.map(([name]) => [name, query.filter(([n]) => n === name).map(([, value]) => value)]),
            ),
      pathParameters: { proxy: path.split("/").slice(3).join("/") },
      isBase64Encoded: false,
      body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
      requestContext: {
        requestId: "request",
        ...(who === "nobody" ? {} : { authorizer: { administration, ...identity, expires: FAR_OFF } }),
      },
    } as unknown as APIGatewayProxyEvent;
    const answer = await handlers[nounOf(path)](event, {} as Context);
    const received = {
      status: answer.statusCode,
      headers: answer.headers ?? {},
      etag: String(answer.headers?.["etag"]),
      json: answer.body === "" ? {} : JSON.parse(answer.body),
    };
    expectDescribed(method, path, received);
    return received;
  };

  /** A call that is refused, and changes nothing of what is stored. */
  const refused = async (...request: Parameters<typeof call>) => {
    const before = kept.items();
    const answer = await call(...request);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.json.detail).toMatch(/^\S.*\.$/s);
    expect(kept.items()).toEqual(before);
    return {
      ...answer,
      errors: (answer.json.errors ?? []) as readonly { pointer: string; detail: string }[],
    };
  };

  return { store: kept, people, systems, systemClients, topics, vault, call, refused };
};

export type Exchange = Awaited<ReturnType<typeof exchange>>;

/** The parts of an alert that anything is tried on. */
export const content = {
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  group: "ipr",
  audience: { kind: "administrations", administrations: ["KE"] },
  title: "Gloves",
  summary: "Found in a container.",
  language: "en",
  goods: [{ category: "gloves", description: "Examination gloves" }],
};

/** A draft of France's officer. */
export const draft = async ({ call }: Exchange, change: object = {}) => {
  const made = await call("FR officer", "POST", "/v1/alerts", { ...content, ...change });
  expect(made.status).toBe(201);
  return { path: `/v1/alerts/${made.json.id}`, etag: made.etag };
};

/** The same, released by France's releaser. */
export const release = async (of: Exchange, change: object = {}) => {
  const { path, etag } = await draft(of, change);
  const released = await of.call("FR releaser", "POST", `${path}/release`, undefined, { "If-Match": etag });
  return { path, released };
};
