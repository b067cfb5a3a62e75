import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { listing } from "../../functions/api/alerts/listing.ts";
import { loadCaller } from "../../functions/runtime/caller.ts";
import type { Request } from "../../functions/runtime/request.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import type { RecordStore } from "../../shared/domain/record-store.ts";
import { openTable, serveTable, type Table } from "./table.ts";
import { eventOf, fill, postingsAt, releasedAt, settleTwo } from "./world.ts";

/** What is asked for, and the token of the postings that are read for it. */
interface PageAsked {
  readonly query: Readonly<Record<string, string>>;
  readonly lead?: string;
}

const pages: Readonly<Record<string, PageAsked>> = {
  "no filter": { query: {} },
  "group=ipr": { query: { group: "ipr" } },
  "unacknowledged=true": { query: { unacknowledged: "true" } },
  "unacknowledged=false": { query: { unacknowledged: "false" } },
  "from, to": { query: { from: releasedAt(100), to: releasedAt(900) } },
  "type=seizure": { query: { type: "seizure" }, lead: "type:seizure" },
  "severity=high": { query: { severity: "high" }, lead: "sev:high" },
  "category=gloves": { query: { category: "gloves" }, lead: "cat:gloves" },
  "hs=30": { query: { hs: "30" }, lead: "hs:30" },
  "hs=300490": { query: { hs: "300490" }, lead: "hs:300490" },
  "country=CN": { query: { country: "CN" }, lead: "c:CN" },
  "author=FR": { query: { author: "FR" }, lead: "adm:FR" },
  "status=withdrawn": { query: { status: "withdrawn" }, lead: "status:withdrawn" },
  "identifier=BENCH": { query: { identifier: "BENCH" }, lead: "id:BENCH" },
  "hs=3004, country=CN": { query: { hs: "3004", country: "CN" }, lead: "hs:3004" },
  "hs=3004, severity=critical": { query: { hs: "3004", severity: "critical" }, lead: "hs:3004" },
  "country=CN, unacknowledged=true": { query: { country: "CN", unacknowledged: "true" }, lead: "c:CN" },
  "status=draft": { query: { status: "draft" } },
};

export interface CapacityRow {
  readonly page: string;
  readonly queries: number;
  /** Items that those queries read. */
  readonly items: number;
  readonly shown: number;
  readonly units: Readonly<Record<number, number>>;
}

/** Posts all alerts under one token as the dispatch does: one of each kind through the store, and the others like them. */
const post = async (store: RecordStore, table: Table, positions: readonly string[], token: string) => {
  const pk = `IDX#ipr#${token}`;
  const kinds = [0, 1].map((n) => postingsAt(n, positions[n] ?? "").find((item) => item.pk === pk));
  await store.writeMany(kinds.flatMap((put) => (put === undefined ? [] : [{ put }])));
  const written = table.itemsOf(pk);
  const like = (n: number) => {
    const kind = kinds[n % 50 === 0 ? 0 : 1];
    return written.find((item) => item["sk"]?.["S"] === kind?.sk);
  };
  const templates = [like(0), like(1)];
  table.drop(pk);
  for (const [n, position] of positions.entries()) {
    const template = templates[n % 50 === 0 ? 0 : 1];
    const place = { S: position };
    if (template !== undefined)
      table.put({ ...template, sk: place, position: place, releasedAt: { S: releasedAt(n) } });
  }
  return () => table.drop(pk);
};

/** Read capacity units of a list page of 25, by DynamoDB's rules, with so many alerts stored. */
export const measureCapacity = async (stored: readonly number[]): Promise<readonly CapacityRow[]> => {
  const rows = new Map<string, Omit<CapacityRow, "page" | "units"> & { units: Record<number, number> }>();
  for (const alertsStored of stored) {
    const table = openTable();
    let queries = 0;
    let items = 0;
    const { url, server } = await serveTable(async (operation, body) => {
      const before = table.reads().length;
      const answer = JSON.stringify(table.answer(operation, JSON.parse(body)));
      if (operation === "Query") {
        queries++;
        items += table
          .reads()
          .slice(before)
          .reduce((sum, read) => sum + read.items, 0);
      }
      return answer;
    });
    const client = new DynamoDBClient({
      region: "us-east-1",
      endpoint: url,
      credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
    });
    const store = dynamoRecordStore(client, "bench");
    const people = await settleTwo(store);
    const positions = await fill(store, alertsStored);
    const { list } = listing({ store });
    const now = new Date();
    const event = eventOf("KE officer", people, "GET", "/v1/alerts");
    const caller = await loadCaller(store, event.requestContext.authorizer, now);
    for (const [page, { query, lead }] of Object.entries(pages)) {
      const drop = lead === undefined ? undefined : await post(store, table, positions, lead);
      table.takeReads();
      queries = 0;
      items = 0;
      const { body } = await list({
        query: alerts.list.query.parse({ limit: "25", ...query }),
        params: undefined,
        body: undefined,
        ifMatch: undefined,
        ifNoneMatch: [],
        caller,
        circumstances: { now, newId: () => crypto.randomUUID(), administration: "KE", actor: caller.id },
      } as unknown as Request<typeof alerts.list>);
      const units = table.takeReads().reduce((sum, read) => sum + read.units, 0);
      const shown = (body as { readonly items: readonly unknown[] }).items.length;
      rows.set(page, {
        queries,
        items,
        shown,
        units: { ...rows.get(page)?.units, [alertsStored]: units },
      });
      drop?.();
    }
    client.destroy();
    server.close();
  }
  return [...rows].map(([page, row]) => ({ page, ...row }));
};
