import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { listing } from "../../functions/api/alerts/listing.ts";
import { loadCaller } from "../../functions/runtime/caller.ts";
import type { Request } from "../../functions/runtime/request.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import { openTable, serveTable } from "./table.ts";
import { eventOf, fill, settleTwo } from "./world.ts";

const pages = {
  "no filter": {},
  "one group": { group: "ipr" },
  "to acknowledge": { unacknowledged: "true" },
  acknowledged: { unacknowledged: "false" },
  drafts: { status: "draft" },
} as const;

export interface CapacityRow {
  readonly page: string;
  readonly queries: number;
  readonly units: Readonly<Record<number, number>>;
}

/** Read capacity units of a list page of 25, by DynamoDB's rules, with so many alerts stored. */
export const measureCapacity = async (stored: readonly number[]): Promise<readonly CapacityRow[]> => {
  const rows = new Map<string, { queries: number; units: Record<number, number> }>();
  for (const alertsStored of stored) {
    const table = openTable();
    let queries = 0;
    const { url, server } = await serveTable(async (operation, body) => {
      if (operation === "Query") queries++;
      return JSON.stringify(table.answer(operation, JSON.parse(body)));
    });
    const client = new DynamoDBClient({
      region: "us-east-1",
      endpoint: url,
      credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
    });
    const store = dynamoRecordStore(client, "bench");
    const people = await settleTwo(store);
    await fill(store, alertsStored);
    const { list } = listing({ store });
    const now = new Date();
    const event = eventOf("KE officer", people, "GET", "/v1/alerts");
    const caller = await loadCaller(store, event.requestContext.authorizer, now);
    for (const [page, filter] of Object.entries(pages)) {
      table.takeReads();
      queries = 0;
      await list({
        query: alerts.list.query.parse({ limit: "25", ...filter }),
        params: undefined,
        body: undefined,
        ifMatch: undefined,
        ifNoneMatch: [],
        caller,
        circumstances: { now, newId: () => crypto.randomUUID(), administration: "KE", actor: caller.id },
      } as unknown as Request<typeof alerts.list>);
      const row = rows.get(page) ?? { queries: 0, units: {} };
      row.queries = queries;
      row.units[alertsStored] = table.takeReads().reduce((sum, { units }) => sum + units, 0);
      rows.set(page, row);
    }
    client.destroy();
    server.close();
  }
  return [...rows].map(([page, row]) => ({ page, ...row }));
};
