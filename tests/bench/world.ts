import type { APIGatewayProxyEvent } from "aws-lambda";
import { v7 } from "uuid";
import { pointerItem, toAcknowledgeItem } from "../../shared/adapters/records/alerts.ts";
import { groupItem } from "../../shared/adapters/records/groups.ts";
import { postingWrites } from "../../shared/adapters/records/postings.ts";
import { AlertContent, type AlertHead, summarise } from "../../shared/domain/alert.ts";
import { iprGroup } from "../../shared/domain/group.ts";
import type { RecordStore } from "../../shared/domain/record-store.ts";
import { admitAll, settle } from "../unit/api/people.ts";

/** Two administrations with a person of each role, in the group `ipr`. */
export const settleTwo = async (store: RecordStore): Promise<ReadonlyMap<string, string>> => {
  await store.writeMany([{ put: groupItem(iprGroup("2026-11-01T00:00:00.000Z")) }]);
  const people = new Map<string, string>();
  for (const code of ["FR", "KE"]) {
    await settle(store, code);
    for (const [who, id] of await admitAll(store, code)) people.set(who, id);
  }
  return people;
};

/** An alert as an officer fills it in: three lines of goods and a route. */
export const content = {
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  group: "ipr",
  audience: { kind: "administrations", administrations: ["KE"] },
  title: "Falsified tablets in a container of furniture",
  summary: "Found behind furniture, in cartons without marks. ".repeat(12).trim(),
  language: "en",
  goods: ["medicines", "gloves", "medicines"].map((category, n) => ({
    category,
    description: `Line ${n + 1} as the papers do not state it`,
    hs: { edition: "HS2022", code: category === "gloves" ? "401512" : "300490" },
    quantity: { value: 1200 * (n + 1), unit: "KGM" },
    brand: "As printed",
    batches: ["A1", "A2"],
  })),
  route: {
    departure: { country: "CN", place: "Shanghai", locode: "CNSHA" },
    transits: [{ country: "AE", place: "Jebel Ali" }],
    destination: { country: "KE", place: "Mombasa", locode: "KEMBA" },
  },
};

/** The head of the nth of many, to the whole group. */
const headAt = (n: number, position: string): AlertHead => ({
  id: v7(),
  administration: "FR",
  createdBy: position,
  createdAt: "2026-11-02T00:00:00.000Z",
  changedAt: "2026-11-02T00:00:00.000Z",
  state: "withdrawn",
  reference: `IPR-2026-${String(n).padStart(6, "0")}`,
  version: 1,
  group: "ipr",
  audience: { kind: "group" },
  releasedBy: position,
  releasedAt: releasedAt(n),
  position,
});

const contents = (["high", "critical"] as const).map((severity) =>
  AlertContent.parse({
    ...content,
    audience: { kind: "group" },
    severity,
    conveyance: [{ seals: ["BENCH"] }],
  }),
);

/** What the nth of many says: every fiftieth is critical. */
const contentAt = (n: number): AlertContent => {
  const said = contents[n % 50 === 0 ? 1 : 0];
  if (said === undefined) throw new Error("Nothing is said");
  return said;
};

/** Under what the nth of many is posted. */
export const postingsAt = (n: number, position: string) =>
  postingWrites(headAt(n, position), contentAt(n), ["ipr"], []).flatMap((write) =>
    "put" in write ? [write.put] : [],
  );

/** Alerts that are written together. */
const CHUNK = 1000;

/** When the nth of them is released: one every quarter of a minute. */
export const releasedAt = (n: number): string =>
  new Date(Date.parse("2026-11-02T00:00:00.000Z") + n * 15_000).toISOString();

/** As many alerts to the whole group as are said, each still to be acknowledged by Kenya. Answers with their places, the first one first. */
export const fill = async (store: RecordStore, alerts: number): Promise<readonly string[]> => {
  const all = Array.from({ length: alerts }, (_, n) => v7({ msecs: Date.parse(releasedAt(n)) }));
  for (let done = 0; done < alerts; done += CHUNK)
    await store.writeMany(
      all.slice(done, done + CHUNK).flatMap((position, n) => {
        const summary = summarise(headAt(done + n, position), contentAt(done + n));
        return [
          { put: toAcknowledgeItem("KE", position, "ipr") },
          { put: pointerItem("ipr", position, summary) },
        ];
      }),
    );
  return all;
};

/** A request as API Gateway and the authorizer hand it to a noun's function. */
export const eventOf = (
  who: string,
  people: ReadonlyMap<string, string>,
  method: string,
  address: string,
  body?: unknown,
  etag?: string,
): APIGatewayProxyEvent => {
  const [path = "", search = ""] = address.split("?");
  const query = [...new URLSearchParams(search)];
  const id = people.get(who);
  return {
    httpMethod: method,
    path,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(etag === undefined ? {} : { "if-match": etag }),
    },
    queryStringParameters: query.length === 0 ? null : Object.fromEntries(query),
    multiValueQueryStringParameters:
      query.length === 0 ? null : Object.fromEntries(query.map(([name, value]) => [name, [value]])),
    pathParameters: null,
    isBase64Encoded: false,
    body: body === undefined ? null : JSON.stringify(body),
    requestContext: {
      requestId: "request",
      authorizer: { administration: who.split(" ")[0], username: id, subject: id, expires: "4102444800" },
    },
  } as unknown as APIGatewayProxyEvent;
};
