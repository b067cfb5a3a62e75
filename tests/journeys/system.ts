import { randomInt } from "node:crypto";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Refused } from "../../local/api-client.ts";
import { emulatorClient } from "../../local/environment.ts";
import { openExchange } from "../../local/seed/exchange.ts";
import { readState } from "../../local/state.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { administrations } from "../../shared/contract/administrations.ts";
import { outputs } from "../../shared/names.ts";
import { members } from "../../shared/reference/members.ts";

const stateFile = process.env["IPR_CENCOMM_STATE"];
if (stateFile === undefined)
  throw new Error(
    "`npm run test:journeys` makes a deployment for these tests and names it in IPR_CENCOMM_STATE.",
  );

/** Everything that the deployment under test keeps on this machine. */
export const directory = dirname(stateFile);

/** The deployment under test. Its seeded people are used as they are; what a journey makes has names of its own. */
export const system = await readState(stateFile);
export const exchange = openExchange(system);
export const { api, inbox } = exchange;

/** The table itself, for what has no way through the API and for looking at what only workers write. */
export const store = dynamoRecordStore(
  new DynamoDBClient(emulatorClient(system.awsEndpoint, system.caFile)),
  system.outputs[outputs.table] ?? "",
);

/** Tells this run's names, titles and addresses from every other's. */
export const run = `run${Date.now().toString(36)}${randomInt(36 ** 3).toString(36)}`;

/** Nobody's number: no country has the code 999 (ITU). */
export const newPhone = (): string => `+999${randomInt(10 ** 8, 10 ** 9)}`;

const tokens = new Map<string, Promise<string>>();

/** The access token of a seeded person, by administration and role. */
export const tokenOf = (administration: string, role: string): Promise<string> => {
  const name = `${administration} ${role}`;
  const known = tokens.get(name) ?? signInSeeded(administration, role);
  tokens.set(name, known);
  return known;
};

const signInSeeded = async (administration: string, role: string): Promise<string> => {
  const person = system.people.find(
    (each) => each.administration === administration && each.roles.includes(role),
  );
  if (person === undefined) throw new Error(`Nobody is ${role} of ${administration}`);
  const { email, password, totpSecret } = person;
  return (await exchange.signIn(administration, email, password, { totpSecret })).accessToken;
};

/** A member of the World Customs Organization that has not joined yet, from the end of their list. */
export const memberYetToJoin = async (): Promise<{ readonly code: string; readonly name: string }> => {
  const token = await tokenOf("WCO", "operator");
  const joined = new Set<string>();
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { limit: "100", ...(cursor === null ? {} : { cursor }) };
    const page = (await api.call(administrations.list, { token, query })).body;
    for (const { code } of page.items) joined.add(code);
    cursor = page.nextCursor;
  } while (cursor !== null);
  const found = members.findLast(({ code }) => !joined.has(code));
  if (found === undefined) throw new Error("Every member has joined already");
  return found;
};

/** Asks until the answer is there; undefined means not yet. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined>,
  seconds = 30,
  pauseMs = 100,
): Promise<T> => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(pauseMs)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`Within ${seconds} s there was not: ${what}`);
};

/** The refusal of a call; a call that is not refused is a failure. */
export const refusal = async (call: Promise<unknown>): Promise<Refused["problem"]> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
  throw new Error("It was not refused");
};

/** A request as it goes over the wire, with everything that an outsider could learn from the answer. */
export const request = async (
  method: string,
  path: string,
  options: {
    readonly token?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  } = {},
) => {
  const { token, headers = {}, body } = options;
  const answer = await fetch(`${system.apiUrl}${path}`, {
    method,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    headerNames: [...answer.headers.keys()].sort(),
    json: JSON.parse(text) as Record<string, unknown>,
  };
};
