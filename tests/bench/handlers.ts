import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEvent } from "aws-lambda";
import { buildSync } from "esbuild";
import { bundling } from "../../infra/constructs/handler-code.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { variables } from "../../shared/names.ts";
import type { BareCall } from "./bare.ts";
import { type Call, recorder } from "./recording.ts";
import { median, quantile, ratios, shown } from "./statistics.ts";
import { openTable, serveTable } from "./table.ts";
import { content, eventOf, fill, settleTwo } from "./world.ts";

type Handler = (
  event: APIGatewayProxyEvent,
  context: unknown,
) => Promise<{ statusCode: number; body: string }>;

export interface HandlerRow {
  readonly endpoint: string;
  readonly requests: string;
  readonly control: string;
  readonly p50: string;
  readonly p99: string;
  readonly fastify: string;
}

const TABLE = "bench";
const ROUNDS = 16;
const CALLS = 30;

/** Our handler, the bare one and the one behind Fastify, each bundled as a Lambda is. */
const load = async () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const write = (name: string, contents: Uint8Array): string => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, contents);
    return pathToFileURL(file).href;
  };
  const bundled = (source: string): Uint8Array =>
    buildSync({ ...bundling, entryPoints: [source] }).outputFiles[0]?.contents ?? new Uint8Array();
  const [alerts, bare, fastify] = await Promise.all([
    import(write("alerts", bundled("functions/api/alerts.ts"))),
    import(write("bare", bundled("tests/bench/bare.ts"))),
    import(write("fastify", bundled("tests/bench/fastify.ts"))),
  ]);
  return {
    ours: alerts.handler as Handler,
    bare: bare.bare as (waves: readonly (readonly BareCall[])[], answer: unknown) => Handler,
    fastify: fastify.handler as Handler,
  };
};

/** The calls of an invocation as the document client takes them, those of one wave together. */
const wavesOf = (calls: readonly Call[]): readonly (readonly BareCall[])[] => {
  const waves = new Map<number, BareCall[]>();
  for (const { wave, operation, body } of calls)
    waves.set(wave, [...(waves.get(wave) ?? []), { operation, input: documentOf(JSON.parse(body)) }]);
  return [...waves.values()];
};

const items = new Set(["Key", "Item", "ExpressionAttributeValues", "ExclusiveStartKey"]);

/** An attribute of DynamoDB's protocol as a plain value. */
const plain = (attribute: Readonly<Record<string, unknown>>): unknown => {
  const [[kind, value] = ["NULL", null]] = Object.entries(attribute);
  if (kind === "N") return Number(value);
  if (kind === "L") return (value as Readonly<Record<string, unknown>>[]).map(plain);
  return kind === "M" ? plainItem(value) : kind === "NULL" ? null : value;
};
const plainItem = (item: unknown): unknown =>
  Object.fromEntries(
    Object.entries(item as Record<string, Readonly<Record<string, unknown>>>).map(([name, value]) => [
      name,
      plain(value),
    ]),
  );

/** The wire's attributes as plain values, wherever a command has some. */
const documentOf = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(documentOf);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => {
      if (items.has(name)) return [name, plainItem(value)];
      if (name === "Keys") return [name, (value as readonly unknown[]).map(plainItem)];
      return [name, documentOf(value)];
    }),
  );
};

/** CPU of this process for each of so many calls, in µs. */
const spend = async (
  handler: Handler,
  event: APIGatewayProxyEvent,
  calls: number,
): Promise<readonly number[]> => {
  const spent: number[] = [];
  for (let n = 0; n < calls; n++) {
    const before = process.cpuUsage();
    const { statusCode, body } = await handler(event, {});
    const { user, system } = process.cpuUsage(before);
    spent.push(user + system);
    if (statusCode >= 300) throw new Error(`${event.httpMethod} ${event.path}: ${statusCode} ${body}`);
  }
  return spent;
};

const compare = async (
  handlers: Record<"ours" | "bare" | "again" | "fastify", Handler>,
  event: APIGatewayProxyEvent,
  turns: number,
) => {
  const names = ["ours", "bare", "again", "fastify"] as const;
  const rounds = {
    ours: [] as (readonly number[])[],
    bare: [] as (readonly number[])[],
    again: [] as (readonly number[])[],
    fastify: [] as (readonly number[])[],
  };
  for (const name of names) await spend(handlers[name], event, 3 * CALLS);
  for (let round = 0; round < turns; round++)
    // Each is first as often as any other.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] ?? "ours";
      rounds[name].push(await spend(handlers[name], event, CALLS));
    }
  const medians = (name: (typeof names)[number]) => rounds[name].map(median);
  const p99 = (name: (typeof names)[number]) => quantile(rounds[name].flat(), 0.99);
  return {
    control: shown(ratios(medians("again"), medians("bare"))),
    p50: shown(ratios(medians("ours"), medians("bare"))),
    p99: (p99("ours") / p99("bare")).toFixed(2),
    fastify: shown(ratios(medians("ours"), medians("fastify"))),
  };
};

/** The stub in a process of its own. */
const startReplay = async (): Promise<{ readonly child: ChildProcess; readonly url: string }> => {
  const child = fork(join(import.meta.dirname, "replay.ts"));
  const url = await new Promise<string>((resolve) =>
    child.once("message", (message) => resolve(String(message))),
  );
  return { child, url };
};

const replaying = (child: ChildProcess, calls: readonly Call[]): Promise<void> =>
  new Promise((resolve) => {
    child.once("message", () => resolve());
    child.send(calls);
  });

/** Alert handlers against a bare handler with the same SDK calls, and against the same endpoint on Fastify. */
export const measureHandlers = async (turns = ROUNDS): Promise<readonly HandlerRow[]> => {
  const table = openTable();
  const record = recorder((operation, body) => JSON.stringify(table.answer(operation, JSON.parse(body))));
  const { child, url: replayUrl } = await startReplay();
  // The clients keep the address that they had at first: recording is behind it, and then the replay.
  let forward: ((operation: string, body: string) => Promise<string>) | undefined = record.respond;
  const { url, server } = await serveTable((operation, body) => {
    if (forward === undefined) throw new Error("Nothing is recorded any more");
    return forward(operation, body);
  });
  Object.assign(process.env, {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "bench",
    AWS_SECRET_ACCESS_KEY: "bench",
    AWS_ENDPOINT_URL_DYNAMODB: url,
    BENCH_TABLE: TABLE,
    ...Object.fromEntries(Object.values(variables).map((name) => [name, TABLE])),
  });
  const store = dynamoRecordStore(new DynamoDBClient({}), TABLE);
  const people = await settleTwo(store);
  await fill(store, 60);
  const recording = await load();
  const asked = async (event: APIGatewayProxyEvent) => {
    record.take();
    const answer = await recording.ours(event, {});
    if (answer.statusCode >= 300) throw new Error(`${event.httpMethod} ${event.path}: ${answer.body}`);
    return { event, calls: record.take(), body: JSON.parse(answer.body), etag: tagOf(answer) };
  };
  const create = await asked(eventOf("FR officer", people, "POST", "/v1/alerts", content));
  const path = `/v1/alerts/${create.body.id}`;
  const release = await asked(
    eventOf("FR releaser", people, "POST", `${path}/release`, undefined, create.etag),
  );
  const get = await asked(eventOf("KE officer", people, "GET", path));
  const again = await asked(eventOf("KE officer", people, "GET", path));
  const list = await asked(eventOf("KE officer", people, "GET", "/v1/alerts?limit=25"));
  const acknowledge = await asked(
    eventOf("KE duty", people, "PUT", `${path}/acknowledgement`, { result: "no-trace" }),
  );
  void get;
  forward = undefined;
  server.close();

  // Modules are loaded anew with clients of the stub's address.
  process.env["AWS_ENDPOINT_URL_DYNAMODB"] = replayUrl;
  const { ours, bare, fastify } = await load();
  const rows: HandlerRow[] = [];
  for (const [endpoint, { event, calls, body }] of Object.entries({
    list,
    get: again,
    create,
    release,
    acknowledge,
  })) {
    await replaying(child, calls);
    const waves = wavesOf(calls);
    const measured = await compare(
      { ours, bare: bare(waves, body), again: bare(waves, body), fastify },
      event,
      turns,
    );
    const count = (operation: string) => calls.filter((call) => call.operation === operation).length;
    rows.push({
      endpoint,
      requests: `${calls.length} in ${waves.length} waves, ${count("TransactWriteItems")} transactions`,
      ...measured,
    });
  }
  child.kill();
  return rows;
};

const tagOf = (answer: object): string =>
  String((answer as { headers?: Record<string, string> }).headers?.["etag"]);
