/** Names that code and infrastructure must agree on. Imports nothing, so that every side can read it. */

/** The index that lists items by state: applications, administrations. */
export const STATE_INDEX = "gsi1";

/** Variables a function may be given; functions/runtime/environment.ts parses them, infra sets them. */
export const variables = {
  table: "TABLE_NAME",
  provisionQueue: "PROVISION_QUEUE_URL",
  endpointQueue: "ENDPOINT_QUEUE_URL",
  mailQueue: "MAIL_QUEUE_URL",
  handOverQueue: "HAND_OVER_QUEUE_URL",
  mailSender: "MAIL_SENDER",
  mailIdentity: "MAIL_IDENTITY_ARN",
  consoleUrl: "CONSOLE_URL",
  codeKey: "CODE_KEY_ID",
  checkpointKey: "CHECKPOINT_KEY_ID",
  checkpointBucket: "CHECKPOINT_BUCKET",
} as const;

export type Variable = keyof typeof variables;

/** Outputs of the stacks that the operator's commands and the local system read. */
export const outputs = {
  apiUrl: "ApiUrl",
  table: "TableName",
  mailSender: "MailSender",
  consoleUrl: "ConsoleUrl",
} as const;

/** Pools and topics are made by the approval, not by a deployment; their names begin with this. */
export const RESOURCE_PREFIX = "ipr-cencomm";

/** Where functions tell values that alarms watch, and their names. */
export const METRICS = "IprCencomm";
export const UNSEALED_TRAILS = "UnsealedTrails";

/** The problem types' namespace (RFC 9457 `type`); stable, part of the API's promise. */
export const PROBLEM_NAMESPACE = "https://ipr-cencomm.example/problems/";
