import { Aws } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { RESOURCE_PREFIX, STATE_INDEX } from "../../shared/names.ts";
import type { Grant, Queue } from "../functions.ts";
import { checkpointBucketName, mailIdentityArn, queueOf, type Resources } from "./resources.ts";

/** Actions for which AWS has no narrower resource than `*`; tests/infra holds every policy to this list. */
export const unnarrowable: Readonly<Record<string, string>> = {
  "cognito-idp:CreateUserPool": "The pool has no ARN before it exists.",
  "cognito-idp:ListUserPools": "Lists the account's pools; it takes no resource.",
  "sns:Unsubscribe": "Takes a subscription, for which SNS defines no resource type.",
  "xray:PutTraceSegments": "X-Ray takes no resource when traces are written.",
  "xray:PutTelemetryRecords": "X-Ray takes no resource when traces are written.",
};

const arn = (service: string, resource: string): string =>
  `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;

const allow = (
  actions: string[],
  resources: string[],
  conditions?: Record<string, Record<string, string>>,
): PolicyStatement =>
  new PolicyStatement({ actions, resources, ...(conditions === undefined ? {} : { conditions }) });

const checkpoints = `arn:${Aws.PARTITION}:s3:::${checkpointBucketName}`;
const topics = arn("sns", `${RESOURCE_PREFIX}-*`);
const pools = arn("cognito-idp", "userpool/*");

/** Pools are made at run time and named by Cognito, so only their tag tells ours from others' in the account. */
const ours = { Null: { [`aws:ResourceTag/${RESOURCE_PREFIX}`]: "false" } };
const taggedAsOurs = { Null: { [`aws:RequestTag/${RESOURCE_PREFIX}`]: "false" } };

// AWS asks for SendMessage when a batch is sent, too; the emulator for an action of that name, which AWS passes over.
const send = (queue: Queue) => (resources: Resources) => [
  allow(["sqs:SendMessage", "sqs:SendMessageBatch"], [queueOf(resources, queue).queueArn]),
];

/** What shared/adapters/cognito/token-endpoint.ts looks for and makes. */
const tokenEndpoint = [
  "cognito-idp:CreateResourceServer",
  "cognito-idp:CreateUserPoolDomain",
  "cognito-idp:DescribeUserPool",
  "cognito-idp:ListResourceServers",
];

/** Each named grant as statements. No Scan: what cannot be found by a key or the index is not looked for. */
export const statements = {
  "read-table": ({ table, tableKey }) => [
    allow(["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"], [table.tableArn]),
    allow(["dynamodb:Query"], [`${table.tableArn}/index/${STATE_INDEX}`]),
    allow(["kms:Decrypt"], [tableKey.keyArn]),
  ],
  "write-table": ({ table, tableKey }) => [
    // A transaction is authorised by its parts; there is no action for it.
    allow(
      ["dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem"],
      [table.tableArn],
    ),
    allow(["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], [tableKey.keyArn]),
  ],
  // One number of an item that is only ever added to: nothing else in the table is changed in part.
  "count-requests": ({ table }) => [
    allow(["dynamodb:UpdateItem"], [table.tableArn], {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": "RATE#*" },
    }),
  ],
  "send-provision": send("provision"),
  "send-endpoint": send("endpoint"),
  "send-mail": send("mail"),
  "send-hand-over": send("hand-over"),
  "manage-pools": () => [
    allow(["cognito-idp:CreateUserPool", "cognito-idp:ListUserPools"], ["*"]),
    allow(["cognito-idp:TagResource"], [pools], taggedAsOurs),
    allow(
      [
        "cognito-idp:AdminCreateUser",
        "cognito-idp:AdminDeleteUser",
        "cognito-idp:AdminDisableUser",
        "cognito-idp:AdminEnableUser",
        "cognito-idp:AdminGetUser",
        "cognito-idp:AdminUserGlobalSignOut",
        "cognito-idp:CreateUserPoolClient",
        "cognito-idp:DeleteUserPool",
        "cognito-idp:DeleteUserPoolDomain",
        "cognito-idp:ListUserPoolClients",
        "cognito-idp:SetUserPoolMfaConfig",
        "cognito-idp:UpdateUserPool",
        ...tokenEndpoint,
      ],
      [pools],
      ours,
    ),
    // The account's first pool that mails through SES makes the role that Cognito does it with.
    allow(
      ["iam:CreateServiceLinkedRole"],
      [
        `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/aws-service-role/email.cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdpEmailService`,
      ],
      { StringEquals: { "iam:AWSServiceName": "email.cognito-idp.amazonaws.com" } },
    ),
  ],
  "make-system-clients": () => [
    allow(
      ["cognito-idp:CreateUserPoolClient", "cognito-idp:DeleteUserPoolClient", ...tokenEndpoint],
      [pools],
      ours,
    ),
  ],
  "retire-system-clients": () => [
    allow(["cognito-idp:DeleteUserPoolClient", "cognito-idp:ListUserPoolClients"], [pools], ours),
  ],
  "manage-topics": () => [allow(["sns:CreateTopic", "sns:DeleteTopic", "sns:TagResource"], [topics])],
  "subscribe-endpoints": () => [allow(["sns:ListSubscriptionsByTopic", "sns:Subscribe"], [topics])],
  "confirm-endpoints": () => [allow(["sns:ConfirmSubscription"], [topics])],
  "unsubscribe-endpoints": () => [allow(["sns:Unsubscribe"], ["*"])],
  "publish-notices": () => [allow(["sns:Publish"], [topics])],
  // A phone number has no ARN: it is what is left without topics and applications' endpoints.
  "send-sms": () => [new PolicyStatement({ actions: ["sns:Publish"], notResources: ["arn:*:sns:*:*:*"] })],
  "send-email": (resources) => [allow(["ses:SendEmail"], [mailIdentityArn(resources)])],
  "sign-checkpoints": ({ checkpointKey }) => [
    allow(["kms:GetPublicKey", "kms:Sign"], [checkpointKey.keyArn]),
  ],
  "keep-checkpoints": () => [
    allow(["s3:GetObject", "s3:PutObject"], [`${checkpoints}/*`]),
    allow(["s3:ListBucket"], [checkpoints]),
  ],
  // Without the right to list, S3 answers 403 and not 404 for what is not there.
  "read-checkpoints": () => [
    allow(["s3:GetObject"], [`${checkpoints}/*`]),
    allow(["s3:ListBucket"], [checkpoints]),
  ],
  "hash-codes": ({ codeKey }) => [allow(["kms:GenerateMac"], [codeKey.keyArn])],
} as const satisfies Readonly<Record<Grant, (resources: Resources) => PolicyStatement[]>>;
