import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import {
  type Condition,
  ConditionFailed,
  type Item,
  type Key,
  type Query,
  type RecordStore,
  type Write,
} from "../../domain/record-store.ts";
import { STATE_INDEX } from "../../names.ts";

type Action = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** DynamoDB's own limits on one request. */
const GET_LIMIT = 100;
const WRITE_LIMIT = 25;
/** A batch or transaction that is throttled or in conflict is tried again, with jitter, before it fails. */
const ATTEMPTS = 6;

const pause = (attempt: number) =>
  new Promise((resume) => setTimeout(resume, Math.random() * 25 * 2 ** attempt));

const expression = (condition: Condition | undefined) => {
  if (condition === undefined) return {};
  if ("absent" in condition) return { ConditionExpression: "attribute_not_exists(pk)" };
  if ("present" in condition) return { ConditionExpression: "attribute_exists(pk)" };
  const names = Object.keys(condition.equals);
  return {
    ConditionExpression: names.map((_, n) => `#c${n} = :c${n}`).join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#c${n}`, name])),
    ExpressionAttributeValues: Object.fromEntries(names.map((name, n) => [`:c${n}`, condition.equals[name]])),
  };
};

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/** The store on one DynamoDB table with a state index. `Item` is what the document client reads: parsed by records/. */
export const dynamoRecordStore = (client: DynamoDBClient, table: string): RecordStore => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

  const action = (write: Write): Action => {
    if ("put" in write) return { Put: { TableName: table, Item: write.put, ...expression(write.when) } };
    if ("delete" in write)
      return { Delete: { TableName: table, Key: keyOf(write.delete), ...expression(write.when) } };
    return {
      ConditionCheck: {
        TableName: table,
        Key: keyOf(write.check),
        ConditionExpression: "",
        ...expression(write.when),
      },
    };
  };

  const getChunk = async (keys: readonly Key[]): Promise<readonly Item[]> => {
    let pending: Record<string, unknown>[] = keys.map((key) => ({ ...keyOf(key) }));
    const found: Item[] = [];
    for (let attempt = 0; pending.length > 0; attempt++) {
      if (attempt >= ATTEMPTS) throw new Error("The table did not answer a batch of reads");
      if (attempt > 0) await pause(attempt);
      const answer = await documents.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: pending, ConsistentRead: true } } }),
      );
      found.push(...((answer.Responses?.[table] ?? []) as Item[]));
      pending = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    }
    return found;
  };

  const queryPage = async (
    query: Query,
    limit: number | undefined,
    from: Record<string, unknown> | undefined,
  ) => {
    const [hash, range] = query.index === undefined ? ["pk", "sk"] : ["gsi1pk", "gsi1sk"];
    // A key condition takes one comparison on the sort key: after a position, the prefix bounds the far end.
    const bounds =
      query.after === undefined
        ? query.prefix === undefined
          ? undefined
          : { text: "begins_with(#sk, :from)", values: { ":from": query.prefix } }
        : query.newestFirst
          ? {
              text: "#sk BETWEEN :from AND :to",
              values: { ":from": query.prefix ?? "\u0000", ":to": query.after },
            }
          : {
              text: "#sk BETWEEN :from AND :to",
              values: { ":from": query.after, ":to": `${query.prefix ?? ""}\u{10FFFF}` },
            };
    return documents.send(
      new QueryCommand({
        TableName: table,
        ...(query.index === undefined
          ? { ConsistentRead: query.consistent ?? false }
          : { IndexName: STATE_INDEX }),
        KeyConditionExpression: `#pk = :pk${bounds === undefined ? "" : ` AND ${bounds.text}`}`,
        ExpressionAttributeNames: {
          "#pk": hash,
          ...(bounds === undefined ? {} : { "#sk": range }),
        } as Record<string, string>,
        ExpressionAttributeValues: { ":pk": query.pk, ...bounds?.values },
        ScanIndexForward: !query.newestFirst,
        ...(limit === undefined ? {} : { Limit: limit }),
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
  };

  return {
    get: async (key) => {
      const { Item: item } = await documents.send(
        new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
      );
      return item as Item | undefined;
    },

    getMany: async (keys) => {
      const distinct = [...new Map(keys.map((key) => [`${key.pk}\u0000${key.sk}`, key])).values()];
      const found = (await Promise.all(chunks(distinct, GET_LIMIT).map(getChunk))).flat();
      const byAddress = new Map(found.map((item) => [`${item.pk}\u0000${item.sk}`, item]));
      return keys.map((key) => byAddress.get(`${key.pk}\u0000${key.sk}`));
    },

    query: async (query) => {
      const items: Item[] = [];
      const range = query.index === undefined ? "sk" : "gsi1sk";
      // BETWEEN includes the position itself: one more is asked for, and it is dropped.
      const wanted = query.limit === undefined ? undefined : query.limit + 1;
      let from: Record<string, unknown> | undefined;
      do {
        const page = await queryPage(
          query,
          wanted === undefined ? undefined : wanted - items.length + 1,
          from,
        );
        items.push(...((page.Items ?? []) as Item[]).filter((item) => item[range] !== query.after));
        from = page.LastEvaluatedKey;
      } while (from !== undefined && (wanted === undefined || items.length < wanted));
      return query.limit === undefined
        ? { items, more: false }
        : { items: items.slice(0, query.limit), more: items.length > query.limit };
    },

    transact: async (writes) => {
      for (let attempt = 1; ; attempt++) {
        try {
          await documents.send(new TransactWriteCommand({ TransactItems: writes.map(action) }));
          return;
        } catch (error) {
          if (!(error instanceof TransactionCanceledException)) throw error;
          const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code);
          const failed = reasons.flatMap((code, position) =>
            code === "ConditionalCheckFailed" ? [position] : [],
          );
          if (failed.length > 0) throw new ConditionFailed(failed);
          const passing = reasons.some(
            (code) => code === "TransactionConflict" || code === "ThrottlingError",
          );
          if (!passing || attempt >= ATTEMPTS) throw error;
          await pause(attempt);
        }
      }
    },

    writeMany: async (writes) => {
      const requests = writes.map((write) =>
        "put" in write
          ? { PutRequest: { Item: write.put } }
          : { DeleteRequest: { Key: keyOf(write.delete) } },
      );
      for (const chunk of chunks(requests, WRITE_LIMIT)) {
        let pending: Record<string, unknown>[] = [...chunk];
        for (let attempt = 0; pending.length > 0; attempt++) {
          if (attempt >= ATTEMPTS) throw new Error("The table did not take a batch of writes");
          if (attempt > 0) await pause(attempt);
          const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [table]: pending } }));
          pending = (answer.UnprocessedItems?.[table] ?? []) as Record<string, unknown>[];
        }
      }
    },

    tally: async (key, tallies, expiresAt) => {
      const each = (text: (n: number) => string, between: string) =>
        tallies.map((_, n) => text(n)).join(between);
      try {
        const { Attributes: now } = await documents.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(key),
            UpdateExpression: `SET expiresAt = :expiresAt ADD ${each((n) => `#t${n} :one`, ", ")}`,
            ConditionExpression: each((n) => `(attribute_not_exists(#t${n}) OR #t${n} < :m${n})`, " AND "),
            ExpressionAttributeNames: Object.fromEntries(tallies.map(({ name }, n) => [`#t${n}`, name])),
            ExpressionAttributeValues: {
              ":expiresAt": expiresAt,
              ":one": 1,
              ...Object.fromEntries(tallies.map(({ most }, n) => [`:m${n}`, most])),
            },
            ReturnValues: "UPDATED_NEW",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return { added: true, counts: tallies.map(({ name }) => Number(now?.[name])) };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // What comes with a failed condition, the document client leaves in the table's own form.
        const there = error.Item ?? {};
        return { added: false, counts: tallies.map(({ name }) => Number(there[name]?.N ?? 0)) };
      }
    },
  };
};
