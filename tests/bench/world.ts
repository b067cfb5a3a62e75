import type { APIGatewayProxyEvent } from "aws-lambda";
import { v7 } from "uuid";
import { pointerItem, toAcknowledgeItem } from "../../shared/adapters/records/alerts.ts";
import { groupItem } from "../../shared/adapters/records/groups.ts";
import type { AlertSummary } from "../../shared/domain/alert-summary.ts";
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

const summaryOf = (n: number): AlertSummary => ({
  id: v7(),
  reference: `IPR-2026-${String(n).padStart(6, "0")}`,
  version: 1,
  administration: "FR",
  group: "ipr",
  audience: "group",
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  title: content.title,
  language: "en",
  categories: ["medicines", "gloves"],
  countries: ["CN", "AE", "KE"],
  releasedAt: "2026-11-02T00:00:00.000Z",
});

/** Alerts that are written together. */
const CHUNK = 1000;

/** As many alerts to the whole group as are said, each still to be acknowledged by Kenya. */
export const fill = async (store: RecordStore, alerts: number): Promise<void> => {
  for (let done = 0; done < alerts; done += CHUNK) {
    const positions = Array.from({ length: Math.min(CHUNK, alerts - done) }, () => v7());
    await store.writeMany(
      positions.flatMap((position, n) => [
        { put: toAcknowledgeItem("KE", position, "ipr") },
        { put: pointerItem("ipr", position, summaryOf(done + n)) },
      ]),
    );
  }
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
