import {
  CognitoIdentityProviderClient,
  ListUserPoolClientsCommand,
  ListUsersCommand,
  paginateListUserPools,
} from "@aws-sdk/client-cognito-identity-provider";
import { paginateListTopics, SNSClient } from "@aws-sdk/client-sns";
import { afterAll, expect, test } from "vitest";
import type { FunctionFile } from "../../infra/functions.ts";
import { emulatorClient } from "../../local/environment.ts";
import { addressOf, type SeededAdministration } from "../../local/seed/administrations.ts";
import { acceptInvitation, apply } from "../../local/seed/joining.ts";
import {
  administrationKey,
  getAdministration,
  issuerKey,
} from "../../shared/adapters/records/administrations.ts";
import { headKey } from "../../shared/adapters/records/alert-places.ts";
import { pointerKey, toAcknowledgeKey } from "../../shared/adapters/records/alerts.ts";
import { waitingOutbox } from "../../shared/adapters/records/outbox.ts";
import { registrations } from "../../shared/contract/registrations.ts";
import { users } from "../../shared/contract/users.ts";
import { ofEach, others, withAllInTheGroup } from "./group.ts";
import { quiet } from "./quiet.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, exchange, inbox, memberYetToJoin, store, system, tokenOf, until } from "./system.ts";
import { givenAgainAfter, kill } from "./workers.ts";

// Instances of Lambdas are killed as the end of their machine would, in the middle of their work. The three run side by
// side, since each waits long for what a killed worker held. Every call that one can die at is tried in tests/unit/workers.

afterAll(quiet);

/** Instances killed so far, by whichever test. */
let deaths = 0;

const killOnce = (file: FunctionFile): number => {
  const killed = kill(file);
  deaths += killed;
  return killed;
};

/** Begins work, and kills every instance of the function as soon as something can be seen of it. */
const killedAtWork = async <T>(
  file: FunctionFile,
  begin: () => Promise<T>,
  seen: () => Promise<boolean>,
): Promise<T> => {
  const dying = until(`work of ${file}`, async () => ((await seen()) ? killOnce(file) : undefined), 30, 2);
  const [outcome, died] = await Promise.all([begin(), dying]);
  expect(died).toBeGreaterThan(0);
  return outcome;
};

/** A worker can be faster than its killer: whoever had finished before is tried once more. */
const untilInterrupted = async (attempt: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 4; tries++) if (await attempt()) return;
  throw new Error("Its work was always finished before it could be killed");
};

const joined = ["us", "hk", "ph", "it", "cn", "fr", "de", "gb"];
const desks = joined.map((code) => `duty-desk@${code}.customs.example`);
/** Seeded phones ask for what is high (local/seed/subscribing.ts). */
const phones = joined.map((_, n) => `4477009000${n + 1}9@sms.local`);

/** How often each address was told of an alert. */
const told = async (reference: string) => {
  const mails = (await inbox.mails()).filter(({ body }) => body.includes(reference));
  const times = new Map<string, number>();
  for (const address of mails.flatMap(({ to }) => to)) times.set(address, (times.get(address) ?? 0) + 1);
  return times;
};

/** Each desk and phone at least once; nobody more often than once and once more for each death. */
const expectAllTold = async (reference: string) => {
  const expected = [...desks, ...phones];
  await until(
    "every notice",
    async () => {
      const times = await told(reference);
      return expected.every((address) => times.has(address)) ? times : undefined;
    },
    90,
  );
  await quiet();
  for (const [address, times] of await told(reference))
    if (expected.includes(address)) expect(times, address).toBeLessThanOrEqual(1 + deaths);
};

const waitingFor = async (id: string) =>
  (await waitingOutbox(store, new Date().toISOString())).filter(
    ({ work }) => work.kind === "alert-released" && work.alert === id,
  );

test.concurrent("dispatch killed between two rows loses no row, no mark and no notice", async () => {
  await withAllInTheGroup(() =>
    untilInterrupted(async () => {
      const audience = { kind: "administrations" as const, administrations: others };
      const draft = await draftBy("US", "releaser", { audience });
      const { id } = draft.params;
      const positionOf = async () => String((await store.get(headKey(id)))?.["position"]);
      const { reference } = await killedAtWork(
        "streams/dispatch",
        () => releaseBy("US", draft),
        async () => (await store.get(toAcknowledgeKey(others[0] ?? "", await positionOf()))) !== undefined,
      );
      const interrupted = (await waitingFor(id)).length > 0;
      const position = await positionOf();
      await until(
        "186 rows",
        async () => {
          const rows = await ofEach((code) => pointerKey(`ipr#${code}`, position));
          return rows.every((row) => row !== undefined) ? rows : undefined;
        },
        60,
      );
      const marks = await ofEach((code) => toAcknowledgeKey(code, position));
      expect(marks.filter((mark) => mark === undefined)).toEqual([]);
      await expectAllTold(reference);
      expect(await waitingFor(id)).toEqual([]);
      return interrupted;
    }),
  );
});

test.concurrent("hand-over killed between two notices tells every endpoint, with one duplicate for a death at most", async () => {
  await givenAgainAfter("queues/hand-over", 10, () =>
    untilInterrupted(async () => {
      const draft = await draftBy("US", "releaser");
      const written = async () =>
        (await store.query({ pk: headKey(draft.params.id).pk, prefix: "DLV#", consistent: true })).items
          .length;
      const { reference } = await killedAtWork(
        "queues/hand-over",
        () => releaseBy("US", draft),
        async () => (await written()) > 0,
      );
      const interrupted = (await written()) < joined.length;
      await expectAllTold(reference);
      expect(await written()).toBeGreaterThanOrEqual(joined.length);
      return interrupted;
    }),
  );
});

test.concurrent("provisioning killed while it makes the pool ends in one pool, client, user and topic", async () => {
  const { code, name } = await memberYetToJoin();
  const seat: SeededAdministration = { code, name, language: "en", number: 99 };
  const token = await tokenOf("WCO", "operator");
  const params = { id: await apply(exchange, seat) };
  const { etag } = await api.call(registrations.get, { params, token });
  // Between the deaths of a worker and of its lease others give up; before the fifth time it is free again.
  await givenAgainAfter("queues/provision", 15, async () => {
    const verification = { method: "official-letter", note: "Letter of nomination." } as const;
    await api.call(registrations.approve, { params, token, ifMatch: etag, body: { verification } });
    await until("it has begun", async () => {
      const state = (await store.get(administrationKey(code)))?.["state"];
      return state === "provisioning" ? state : undefined;
    });
    expect(killOnce("queues/provision")).toBeGreaterThan(0);
    expect((await getAdministration(store, code))?.state).toBe("provisioning");
    await until(
      "it is active",
      async () => ((await getAdministration(store, code))?.state === "active" ? true : undefined),
      90,
    );
  });

  const root = emulatorClient(system.awsEndpoint, system.caFile);
  const cognito = new CognitoIdentityProviderClient(root);
  const pools = [];
  for await (const page of paginateListUserPools({ client: cognito }, { MaxResults: 60 }))
    pools.push(...(page.UserPools ?? []).filter(({ Name }) => Name === `ipr-cencomm-${code}`));
  expect(pools).toHaveLength(1);
  const UserPoolId = pools[0]?.Id;
  const { UserPoolClients = [] } = await cognito.send(new ListUserPoolClientsCommand({ UserPoolId }));
  const { Users = [] } = await cognito.send(new ListUsersCommand({ UserPoolId }));
  const topics = [];
  for await (const page of paginateListTopics({ client: new SNSClient(root) }, {}))
    topics.push(
      ...(page.Topics ?? []).filter(({ TopicArn = "" }) => TopicArn.includes(`:ipr-cencomm-${code}-`)),
    );
  const administration = await getAdministration(store, code);
  expect(UserPoolClients.map(({ ClientId }) => ClientId)).toEqual([administration?.pool?.clientId]);
  expect(Users.map(({ Username }) => Username)).toEqual([administration?.firstUserId]);
  expect(topics.map(({ TopicArn }) => TopicArn)).toEqual(administration?.topics);
  expect(await store.get(issuerKey(administration?.pool?.issuer ?? ""))).toMatchObject({
    administration: code,
  });

  const email = addressOf(seat, "contact-point");
  const invited = await acceptInvitation(exchange, seat, email, ["contact-point"]);
  expect((await api.call(users.me, { token: invited.token })).body.administration.code).toBe(code);
  const invitations = (await inbox.mailsTo(email)).filter(({ subject }) => subject.includes("invitation"));
  expect(invitations).toHaveLength(1);
});
