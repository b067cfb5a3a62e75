import { createHash, randomUUID } from "node:crypto";
import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from "@aws-sdk/client-cognito-identity-provider";
import { SQSClient, type SQSClientConfig } from "@aws-sdk/client-sqs";
import { cognitoPools } from "../../../shared/adapters/cognito/pools.ts";
import { cognitoSystemClients } from "../../../shared/adapters/cognito/system-clients.ts";
import { sqsQueues } from "../../../shared/adapters/sqs/queues.ts";
import type { QueueName } from "../../../shared/domain/queues.ts";
import type { Mortal } from "./mortal.ts";

/*
 * What Cognito and SQS keep, as far as the workers use them, reached by the real SDK and adapters: so that a worker can die
 * between any two requests, not only between two calls of a port.
 */

type Input = Readonly<Record<string, unknown>>;
type Perform = (input: Input) => object;

/** A refusal of the service, by the name of its exception. */
class Refusal extends Error {}

interface HttpRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The service's name of an operation, as the tables below write it. */
const inCode = (operation: string): string => `${operation[0]?.toLowerCase()}${operation.slice(1)}`;

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);

const handlerOf = (operations: Readonly<Record<string, Perform>>, { attend }: Mortal) => ({
  handle: (request: HttpRequest) =>
    attend(async () => {
      const operation = request.headers["x-amz-target"]?.split(".")[1] ?? "";
      const perform = operations[inCode(operation)];
      if (perform === undefined) throw new Error(`Nobody asked for ${operation} before`);
      const answer = (statusCode: number, body: object) => ({
        response: {
          statusCode,
          headers: { "content-type": "application/x-amz-json-1.1" },
          body: new TextEncoder().encode(JSON.stringify(body)),
        },
      });
      try {
        return answer(200, perform(JSON.parse(textOf(request.body))));
      } catch (error) {
        if (error instanceof Refusal) return answer(400, { __type: error.message, message: "Refused" });
        throw error;
      }
    }),
  updateHttpClientConfig: () => {},
  httpHandlerConfigs: () => ({}),
});

const account = {
  region: "us-east-1",
  credentials: { accessKeyId: "key", secretAccessKey: "secret" },
  maxAttempts: 1,
};

interface StoredPool {
  readonly id: string;
  readonly name: string;
  readonly invitation: unknown;
  mfa: unknown;
  readonly clients: {
    readonly id: string;
    readonly name: string;
    readonly flows: unknown;
    readonly signIn?: unknown;
  }[];
  readonly families: string[];
  domain?: string;
  protection: unknown;
  readonly users: Map<string, { readonly sub: string; enabled: boolean }>;
}

/** Cognito: nothing but a user's name is unique, so that whatever is created twice is there twice. */
export const cognito = () => {
  const pools: StoredPool[] = [];
  /** Names of users who were mailed an invitation. */
  const invited: string[] = [];
  /** The exception with which it refuses an operation from now on. */
  const refusing = new Map<string, string>();

  const poolOf = ({ UserPoolId }: Input): StoredPool => {
    const found = pools.find(({ id }) => id === UserPoolId);
    if (found === undefined) throw new Refusal("ResourceNotFoundException");
    return found;
  };
  const userOf = (input: Input) => {
    const found = poolOf(input).users.get(String(input["Username"]));
    if (found === undefined) throw new Refusal("UserNotFoundException");
    return found;
  };
  const operations: Readonly<Record<string, Perform>> = {
    // One a page, so that the one looked for is not on the first.
    listUserPools: ({ NextToken = "0" }) => {
      const at = Number(NextToken);
      const page = pools.slice(at, at + 1).map(({ id, name }) => ({ Id: id, Name: name }));
      return { UserPools: page, ...(at + 1 < pools.length ? { NextToken: String(at + 1) } : {}) };
    },
    createUserPool: ({ PoolName, AdminCreateUserConfig, DeletionProtection }) => {
      const id = `us-east-1_${randomUUID().slice(0, 8)}`;
      const { InviteMessageTemplate: invitation } = AdminCreateUserConfig as Input;
      pools.push({
        id,
        name: String(PoolName),
        invitation,
        mfa: undefined,
        clients: [],
        families: [],
        protection: DeletionProtection,
        users: new Map(),
      });
      return { UserPool: { Id: id } };
    },
    setUserPoolMfaConfig: (input) => {
      poolOf(input).mfa = input["MfaConfiguration"];
      return {};
    },
    listUserPoolClients: (input) => ({
      UserPoolClients: poolOf(input).clients.map(({ id, name }) => ({ ClientId: id, ClientName: name })),
    }),
    createUserPoolClient: (input) => {
      const id = randomUUID().replaceAll("-", "");
      poolOf(input).clients.push({
        id,
        name: String(input["ClientName"]),
        flows: input["AllowedOAuthFlows"] ?? [],
        signIn: input["ExplicitAuthFlows"],
      });
      const secret = input["GenerateSecret"] === true ? { ClientSecret: `secret of ${id}` } : {};
      return { UserPoolClient: { ClientId: id, ...secret } };
    },
    deleteUserPoolClient: (input) => {
      const { clients } = poolOf(input);
      const at = clients.findIndex(({ id }) => id === input["ClientId"]);
      if (at < 0) throw new Refusal("ResourceNotFoundException");
      clients.splice(at, 1);
      return {};
    },
    describeUserPool: (input) => {
      const { id, domain, protection } = poolOf(input);
      const named = domain === undefined ? {} : { Domain: domain };
      return { UserPool: { Id: id, DeletionProtection: protection, ...named } };
    },
    updateUserPool: (input) => {
      poolOf(input).protection = input["DeletionProtection"];
      return {};
    },
    deleteUserPoolDomain: (input) => {
      const pool = poolOf(input);
      if (pool.domain !== input["Domain"]) throw new Refusal("ResourceNotFoundException");
      delete pool.domain;
      return {};
    },
    deleteUserPool: (input) => {
      const pool = poolOf(input);
      if (pool.protection === "ACTIVE" || pool.domain !== undefined)
        throw new Refusal("InvalidParameterException");
      pools.splice(pools.indexOf(pool), 1);
      return {};
    },
    createUserPoolDomain: (input) => {
      const pool = poolOf(input);
      const domain = String(input["Domain"]);
      if (pool.domain !== undefined || pools.some((other) => other.domain === domain))
        throw new Refusal("InvalidParameterException");
      pool.domain = domain;
      return {};
    },
    listResourceServers: (input) => ({
      ResourceServers: poolOf(input).families.map((Identifier) => ({ Identifier })),
    }),
    createResourceServer: (input) => {
      const { families } = poolOf(input);
      const family = String(input["Identifier"]);
      if (families.includes(family)) throw new Refusal("InvalidParameterException");
      families.push(family);
      return { ResourceServer: {} };
    },
    adminCreateUser: (input) => {
      const { users } = poolOf(input);
      const name = String(input["Username"]);
      if (input["MessageAction"] === "RESEND") {
        const { sub } = userOf(input);
        invited.push(name);
        return { User: { Username: name, Attributes: [{ Name: "sub", Value: sub }] } };
      }
      if (users.has(name)) throw new Refusal("UsernameExistsException");
      const sub = randomUUID();
      users.set(name, { sub, enabled: true });
      invited.push(name);
      return { User: { Username: name, Attributes: [{ Name: "sub", Value: sub }] } };
    },
    adminGetUser: (input) => ({ UserAttributes: [{ Name: "sub", Value: userOf(input).sub }] }),
    adminDeleteUser: (input) => {
      userOf(input);
      poolOf(input).users.delete(String(input["Username"]));
      return {};
    },
    adminDisableUser: (input) => {
      userOf(input).enabled = false;
      return {};
    },
    adminEnableUser: (input) => {
      userOf(input).enabled = true;
      return {};
    },
    adminUserGlobalSignOut: (input) => {
      userOf(input);
      return {};
    },
  };
  const refusable = Object.fromEntries(
    Object.entries(operations).map(([name, perform]): [string, Perform] => [
      name,
      (input) => {
        const refusal = refusing.get(name);
        if (refusal !== undefined) throw new Refusal(refusal);
        return perform(input);
      },
    ]),
  );
  const clientOf = (worker: Mortal) =>
    new CognitoIdentityProviderClient({
      ...account,
      requestHandler: handlerOf(refusable, worker),
    } satisfies CognitoIdentityProviderClientConfig);
  return {
    pools: pools as readonly StoredPool[],
    invited: invited as readonly string[],
    refuse: (operation: string, exception: string) => refusing.set(inCode(operation), exception),
    refuseNothing: () => refusing.clear(),
    as: (worker: Mortal) => cognitoPools(clientOf(worker)),
    systemClients: (worker: Mortal) => cognitoSystemClients(clientOf(worker)),
  };
};

/** SQS: keeps what it took, in the order of the requests. */
export const sqs = () => {
  const messages: { readonly queue: QueueName; readonly message: unknown }[] = [];
  const url = (queue: QueueName) => `https://sqs.us-east-1.amazonaws.com/000000000000/${queue}`;
  const operations: Readonly<Record<string, Perform>> = {
    sendMessageBatch: ({ QueueUrl, Entries }) => ({
      Successful: (Entries as readonly { Id: string; MessageBody: string }[]).map(({ Id, MessageBody }) => {
        messages.push({
          queue: String(QueueUrl).split("/").at(-1) as QueueName,
          message: JSON.parse(MessageBody),
        });
        return {
          Id,
          MessageId: randomUUID(),
          MD5OfMessageBody: createHash("md5").update(MessageBody).digest("hex"),
        };
      }),
      Failed: [],
    }),
  };
  return {
    messages: messages as readonly { readonly queue: QueueName; readonly message: unknown }[],
    as: (worker: Mortal) => {
      const requestHandler = handlerOf(operations, worker);
      return sqsQueues(new SQSClient({ ...account, requestHandler } satisfies SQSClientConfig), {
        provision: url("provision"),
        endpoint: url("endpoint"),
        mail: url("mail"),
        "hand-over": url("hand-over"),
      });
    },
  };
};
