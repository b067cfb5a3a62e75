import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand as QueryDocuments,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";

/** Kept in the bundle as in a handler's that uses the document client: both are what the SDK alone weighs. */
export const commands = {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
};

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

export interface BareCall {
  readonly operation: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the handler sent, as the document client takes it
  readonly input: any;
}

const send = ({ operation, input }: BareCall): Promise<unknown> => {
  switch (operation) {
    case "GetItem":
      return documents.send(new GetCommand(input));
    case "BatchGetItem":
      return documents.send(new BatchGetCommand(input));
    case "BatchWriteItem":
      return documents.send(new BatchWriteCommand(input));
    case "Query":
      return documents.send(new QueryDocuments(input));
    case "PutItem":
      return documents.send(new PutCommand(input));
    case "UpdateItem":
      return documents.send(new UpdateCommand(input));
    case "TransactWriteItems":
      return documents.send(new TransactWriteCommand(input));
    default:
      throw new Error(`The bare handler does not know ${operation}`);
  }
};

/** What nobody can do without: the body is parsed, the same is asked of the table in the same waves, an answer is written. */
export const bare =
  (waves: readonly (readonly BareCall[])[], answer: unknown) =>
  async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    if (event.body !== null) JSON.parse(event.body);
    for (const wave of waves) await Promise.all(wave.map(send));
    return {
      statusCode: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(answer),
    };
  };
