import { createServer, type Server } from "node:http";

/** An attribute as DynamoDB's protocol writes it, and an item of such. */
type Attribute = Readonly<Record<string, unknown>>;
export type WireItem = Readonly<Record<string, Attribute>>;

interface Body {
  readonly [name: string]: unknown;
}

/** What one request to the table read, in read capacity units. */
interface Read {
  readonly units: number;
  readonly items: number;
}

const textOf = (attribute: Attribute | undefined): string => String(attribute?.["S"] ?? "");

/** A value's size as DynamoDB counts it, near enough: names and texts by their bytes, numbers by half their digits. */
const sizeOf = (value: unknown): number => {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + 1 + sizeOf(each), 3);
  if (typeof value !== "object" || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [name, each]) =>
      sum + (/^(S|N|M|L|BOOL|NULL)$/.test(name) ? 0 : Buffer.byteLength(name) + 1) + sizeOf(each),
    0,
  );
};

const BLOCK = 4096;
const unitsOf = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / BLOCK)) * (consistent ? 1 : 0.5);

/**
 * One table with what the handlers ask of DynamoDB, in memory: no conditions, since nothing here competes. It counts the
 * capacity that reads consume by DynamoDB's published rules.
 */
export const openTable = () => {
  const partitions = new Map<string, Map<string, WireItem>>();
  const sorted = new Map<string, readonly string[]>();
  let reads: Read[] = [];

  const put = (item: WireItem): void => {
    const pk = textOf(item["pk"]);
    const partition = partitions.get(pk) ?? new Map<string, WireItem>();
    partitions.set(pk, partition);
    if (!partition.has(textOf(item["sk"]))) sorted.delete(pk);
    partition.set(textOf(item["sk"]), item);
  };
  const remove = (key: WireItem): void => {
    partitions.get(textOf(key["pk"]))?.delete(textOf(key["sk"]));
    sorted.delete(textOf(key["pk"]));
  };
  const get = (key: WireItem, consistent: boolean): WireItem | undefined => {
    const item = partitions.get(textOf(key["pk"]))?.get(textOf(key["sk"]));
    reads.push({ units: unitsOf(sizeOf(item ?? ""), consistent), items: 1 });
    return item;
  };

  const query = (body: Body) => {
    const values = body["ExpressionAttributeValues"] as Record<string, Attribute>;
    const condition = String(body["KeyConditionExpression"]);
    if (body["IndexName"] !== undefined) return { Items: [], Count: 0 };
    const pk = textOf(values[":pk"]);
    const partition = partitions.get(pk) ?? new Map<string, WireItem>();
    const keys = sorted.get(pk) ?? [...partition.keys()].sort();
    sorted.set(pk, keys);
    const [from, to] = [textOf(values[":from"]), textOf(values[":to"])];
    const isWithin = (key: string): boolean =>
      condition.includes("begins_with")
        ? key.startsWith(from)
        : condition.includes("BETWEEN")
          ? key >= from && key <= to
          : true;
    const limit = Number(body["Limit"] ?? Number.POSITIVE_INFINITY);
    const found: WireItem[] = [];
    const step = body["ScanIndexForward"] === false ? -1 : 1;
    for (
      let n = step < 0 ? keys.length - 1 : 0;
      n >= 0 && n < keys.length && found.length < limit;
      n += step
    ) {
      const key = keys[n] ?? "";
      const item = partition.get(key);
      if (item !== undefined && isWithin(key)) found.push(item);
    }
    const bytes = found.reduce((sum, item) => sum + sizeOf(item), 0);
    reads.push({ units: unitsOf(bytes, body["ConsistentRead"] === true), items: found.length });
    const last = found.at(-1);
    return {
      Items: found,
      Count: found.length,
      ...(found.length === limit && last !== undefined
        ? { LastEvaluatedKey: { pk: last["pk"], sk: last["sk"] } }
        : {}),
    };
  };

  const answer = (operation: string, body: Body): unknown => {
    switch (operation) {
      case "GetItem": {
        const item = get(body["Key"] as WireItem, body["ConsistentRead"] === true);
        return item === undefined ? {} : { Item: item };
      }
      case "BatchGetItem": {
        const asked = Object.entries(
          body["RequestItems"] as Record<string, { Keys: readonly WireItem[]; ConsistentRead?: boolean }>,
        );
        return {
          Responses: Object.fromEntries(
            asked.map(([table, { Keys, ConsistentRead }]) => [
              table,
              Keys.map((key) => get(key, ConsistentRead === true)).filter((item) => item !== undefined),
            ]),
          ),
          UnprocessedKeys: {},
        };
      }
      case "Query":
        return query(body);
      case "PutItem":
        put(body["Item"] as WireItem);
        return {};
      case "UpdateItem":
        return { Attributes: Object.fromEntries(tallied(body).map((name) => [name, { N: "1" }])) };
      case "TransactWriteItems":
      case "BatchWriteItem":
        for (const action of actionsOf(body)) {
          if (action.put !== undefined) put(action.put);
          if (action.remove !== undefined) remove(action.remove);
        }
        return operation === "BatchWriteItem" ? { UnprocessedItems: {} } : {};
      default:
        throw new Error(`The table here does not know ${operation}`);
    }
  };

  return {
    put,
    answer,
    /** The items of a partition, in no order; and the end of them all. */
    itemsOf: (pk: string): readonly WireItem[] => [...(partitions.get(pk)?.values() ?? [])],
    drop: (pk: string): void => {
      partitions.delete(pk);
      sorted.delete(pk);
    },
    reads: (): readonly Read[] => reads,
    /** What was read since it was last asked. */
    takeReads: (): readonly Read[] => {
      const taken = reads;
      reads = [];
      return taken;
    },
  };
};

export type Table = ReturnType<typeof openTable>;

const tallied = (body: Body): readonly string[] =>
  Object.values((body["ExpressionAttributeNames"] ?? {}) as Record<string, string>);

const actionsOf = (body: Body): readonly { readonly put?: WireItem; readonly remove?: WireItem }[] => {
  const batched = Object.values((body["RequestItems"] ?? {}) as Record<string, readonly Body[]>).flat();
  const actions = [...((body["TransactItems"] ?? []) as readonly Body[]), ...batched];
  return actions.map((action) => {
    const written = (action["Put"] ?? action["PutRequest"]) as { Item: WireItem } | undefined;
    const deleted = (action["Delete"] ?? action["DeleteRequest"]) as { Key: WireItem } | undefined;
    return { ...(written && { put: written.Item }), ...(deleted && { remove: deleted.Key }) };
  });
};

/** Serves DynamoDB's protocol on loopback; answers with its address. */
export const serveTable = (
  respond: (operation: string, body: string) => Promise<string>,
): Promise<{ readonly url: string; readonly server: Server }> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
        const answer = (status: number, body: string): void => {
          response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
          response.end(body);
        };
        // The client that asked fails with it, once: the caller says which request it was.
        const refuse = (error: unknown): void =>
          answer(400, JSON.stringify({ __type: "ValidationException", message: String(error) }));
        respond(operation, Buffer.concat(chunks).toString()).then((body) => answer(200, body), refuse);
      });
    });
    server.keepAliveTimeout = 120_000;
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      resolve({ url: `http://127.0.0.1:${port}`, server });
    });
  });
