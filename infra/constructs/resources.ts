import { Aws } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { RESOURCE_PREFIX, type Variable } from "../../shared/names.ts";
import type { Queue } from "../functions.ts";

/** What functions are granted and told about. A stack passes what exists where it stands in the order of stacks. */
export interface Resources {
  readonly table: Table;
  readonly tableKey: IKey;
  readonly codeKey: IKey;
  readonly checkpointKey: IKey;
  readonly mailSender: string;
  readonly consoleUrl?: string;
  readonly queues?: Partial<Readonly<Record<Queue, IQueue>>>;
}

export const queueOf = ({ queues }: Resources, name: Queue): IQueue => {
  const queue = queues?.[name];
  if (queue === undefined)
    throw new Error(`The queue ${name} is made in a later stack than the function that needs it`);
  return queue;
};

const consoleUrlOf = ({ consoleUrl }: Resources): string => {
  if (consoleUrl === undefined)
    throw new Error("The console's address is known in a later stack than the function that needs it");
  return consoleUrl;
};

/** The sender as SES knows it, for the functions that mail and for the pools, whose invitations Cognito sends through it. */
export const mailIdentityArn = ({ mailSender }: Resources): string =>
  `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${mailSender}`;

/**
 * Fixed, so that the bucket that outlives its stack is found by whoever looks for the evidence, and grants need no reference to it.
 */
export const checkpointBucketName = `${RESOURCE_PREFIX}-checkpoints-${Aws.ACCOUNT_ID}-${Aws.REGION}`;

export const values = {
  table: ({ table }) => table.tableName,
  codeKey: ({ codeKey }) => codeKey.keyId,
  checkpointKey: ({ checkpointKey }) => checkpointKey.keyId,
  checkpointBucket: () => checkpointBucketName,
  mailSender: ({ mailSender }) => mailSender,
  mailIdentity: mailIdentityArn,
  consoleUrl: consoleUrlOf,
  provisionQueue: (resources) => queueOf(resources, "provision").queueUrl,
  endpointQueue: (resources) => queueOf(resources, "endpoint").queueUrl,
  mailQueue: (resources) => queueOf(resources, "mail").queueUrl,
  handOverQueue: (resources) => queueOf(resources, "hand-over").queueUrl,
} as const satisfies Readonly<Record<Variable, (resources: Resources) => string>>;
