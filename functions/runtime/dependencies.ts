import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { cognitoPools } from "../../shared/adapters/cognito/pools.ts";
import { cognitoSystemClients } from "../../shared/adapters/cognito/system-clients.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { kmsCodeKey } from "../../shared/adapters/kms/code-key.ts";
import { kmsSigningKey } from "../../shared/adapters/kms/signing-key.ts";
import { s3Vault } from "../../shared/adapters/s3/vault.ts";
import { sesMail } from "../../shared/adapters/ses/mail.ts";
import { snsTopics } from "../../shared/adapters/sns/topics.ts";
import { sqsQueues } from "../../shared/adapters/sqs/queues.ts";
import { environment } from "./environment.ts";

/**
 * The only place where clients are built: once per function instance, when its module loads. Each is a function of
 * its own, so that a handler's bundle holds only the clients it asks for.
 */
export const recordStore = () => dynamoRecordStore(new DynamoDBClient({}), environment("table"));
export const codeKey = () => kmsCodeKey(new KMSClient({}), environment("codeKey"));
export const signingKey = () => kmsSigningKey(new KMSClient({}), environment("checkpointKey"));
export const vault = () => s3Vault(new S3Client({}), environment("checkpointBucket"));
export const pools = () => cognitoPools(new CognitoIdentityProviderClient({}));
export const systemClients = () => cognitoSystemClients(new CognitoIdentityProviderClient({}));
export const topics = () => snsTopics(new SNSClient({}));
export const mail = () => sesMail(new SESv2Client({}), environment("mailSender"));
export const queues = () =>
  sqsQueues(new SQSClient({}), {
    provision: environment("provisionQueue"),
    endpoint: environment("endpointQueue"),
    mail: environment("mailQueue"),
    "hand-over": environment("handOverQueue"),
  });

export { clock, newId, randomBytes } from "./surroundings.ts";
