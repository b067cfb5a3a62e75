import type { nouns } from "../shared/contract/nouns.ts";
import { RESOURCE_PREFIX, type Variable } from "../shared/names.ts";

/** What starts a function. */
export type Trigger =
  | { readonly authorizer: true }
  /** API Gateway: the noun of shared/contract whose endpoints it answers. */
  | { readonly noun: keyof typeof nouns }
  /** The table's stream: only inserts of items whose `pk`, and `sk` where it is said, begin so. */
  | { readonly stream: { readonly prefix: string; readonly sortPrefix?: string } }
  | { readonly queue: Queue }
  | { readonly everyMinutes: number };

export type Queue = "provision" | "endpoint" | "mail" | "hand-over";

/** What a function may do, by name; constructs/grants.ts turns each into actions on resources. */
export type Grant =
  | "read-table"
  | "write-table"
  | "count-requests"
  | "send-provision"
  | "send-endpoint"
  | "send-mail"
  | "send-hand-over"
  | "manage-pools"
  | "make-system-clients"
  | "retire-system-clients"
  | "manage-topics"
  | "subscribe-endpoints"
  | "confirm-endpoints"
  | "unsubscribe-endpoints"
  | "publish-notices"
  | "send-sms"
  | "send-email"
  | "hash-codes"
  | "sign-checkpoints"
  | "keep-checkpoints"
  | "read-checkpoints";

export interface FunctionDefinition {
  /** The handler's file under functions/, without extension. */
  readonly file: string;
  /** What stops for people when it fails: the alarm says it. */
  readonly purpose: string;
  readonly trigger: Trigger;
  readonly may: readonly Grant[];
  readonly variables: readonly Variable[];
  /** A queue's message is given again after six times this, when a worker was killed with it: 20 are two minutes. */
  readonly timeoutSeconds?: number;
  readonly memoryMiB?: number;
}

/** Each Lambda once. A new one is one line here and one file in functions/. */
export const functions = [
  {
    file: "authorizer",
    purpose: "Nobody can use the exchange.",
    trigger: { authorizer: true },
    may: ["read-table"],
    variables: ["table"],
  },
  {
    file: "api/service",
    purpose: "Health, terms and the API's description do not answer.",
    trigger: { noun: "service" },
    may: [],
    variables: [],
  },
  {
    file: "api/registrations",
    purpose: "Administrations cannot apply, the secretariat cannot decide.",
    trigger: { noun: "registrations" },
    may: ["read-table", "write-table", "count-requests", "hash-codes"],
    variables: ["table", "codeKey"],
  },
  {
    file: "api/administrations",
    purpose: "People cannot find their sign-in; the secretariat cannot manage administrations.",
    trigger: { noun: "administrations" },
    may: ["read-table", "write-table", "count-requests"],
    variables: ["table"],
  },
  {
    file: "api/contact-points",
    purpose: "Nobody can see whom to reach in another administration, and who is on duty there.",
    trigger: { noun: "contactPoints" },
    may: ["read-table", "write-table", "count-requests"],
    variables: ["table"],
  },
  {
    file: "api/users",
    purpose: "Contact points cannot manage their people; the console cannot learn who is signed in.",
    trigger: { noun: "users" },
    may: ["read-table", "write-table", "count-requests"],
    variables: ["table"],
    // An import invites 200 people in one request.
    timeoutSeconds: 28,
  },
  {
    file: "api/system-accounts",
    purpose: "Contact points cannot make, rotate or delete system accounts.",
    trigger: { noun: "systemAccounts" },
    may: ["read-table", "write-table", "count-requests", "make-system-clients"],
    variables: ["table"],
    timeoutSeconds: 20,
  },
  {
    file: "api/groups",
    purpose: "Nobody can see who is in a group; groups are not made, admitted to or ended.",
    trigger: { noun: "groups" },
    may: ["read-table", "write-table", "count-requests"],
    variables: ["table"],
  },
  {
    file: "api/subscriptions",
    purpose: "Duty addresses cannot be added, confirmed or removed.",
    trigger: { noun: "subscriptions" },
    may: [
      "read-table",
      "write-table",
      "count-requests",
      "subscribe-endpoints",
      "confirm-endpoints",
      "hash-codes",
    ],
    variables: ["table", "codeKey"],
  },
  {
    file: "api/alerts",
    purpose: "Alerts cannot be written, released, read or acknowledged.",
    trigger: { noun: "alerts" },
    may: ["read-table", "write-table", "count-requests"],
    variables: ["table"],
  },
  {
    file: "api/audit",
    purpose: "Contact points, auditors and the secretariat cannot read or prove audit trails.",
    trigger: { noun: "audit" },
    may: ["read-table", "write-table", "count-requests", "read-checkpoints"],
    variables: ["table", "checkpointBucket"],
    // A page proves 500 entries and, at worst, as many signatures.
    timeoutSeconds: 20,
  },
  {
    file: "streams/dispatch",
    purpose: "Released alerts do not reach readers' lists; nothing is mailed or provisioned.",
    trigger: { stream: { prefix: "OUT#" } },
    may: ["read-table", "write-table", "send-provision", "send-endpoint", "send-mail", "send-hand-over"],
    variables: ["table", "provisionQueue", "endpointQueue", "mailQueue", "handOverQueue"],
    timeoutSeconds: 60,
  },
  {
    file: "streams/index",
    purpose:
      "What people do is recorded but not sealed: it could be altered unnoticed until the sweep seals it.",
    trigger: { stream: { prefix: "AUD#", sortPrefix: "E#" } },
    may: ["read-table", "write-table"],
    variables: ["table"],
    timeoutSeconds: 60,
  },
  {
    file: "queues/provision",
    purpose: "Approved administrations and invited users cannot sign in.",
    trigger: { queue: "provision" },
    may: ["read-table", "write-table", "manage-pools", "manage-topics"],
    variables: ["table", "mailIdentity", "consoleUrl"],
    timeoutSeconds: 30,
  },
  {
    file: "queues/endpoint",
    purpose: "New duty addresses get no confirmation.",
    trigger: { queue: "endpoint" },
    may: [
      "read-table",
      "subscribe-endpoints",
      "unsubscribe-endpoints",
      "publish-notices",
      "send-sms",
      "hash-codes",
    ],
    variables: ["table", "codeKey"],
    timeoutSeconds: 20,
  },
  {
    file: "queues/mail",
    purpose:
      "Applicants get no code and no decision; people are not told of what is due about their accounts.",
    trigger: { queue: "mail" },
    may: ["read-table", "send-email", "hash-codes"],
    variables: ["table", "mailSender", "consoleUrl", "codeKey"],
    timeoutSeconds: 20,
  },
  {
    file: "queues/hand-over",
    purpose: "Duty officers hear of no alert.",
    trigger: { queue: "hand-over" },
    may: ["read-table", "write-table", "publish-notices"],
    variables: ["table", "consoleUrl"],
    timeoutSeconds: 20,
  },
  {
    file: "schedules/sweep",
    purpose: "What a dead stream left in the outbox is not finished, and what it left unsealed stays so.",
    trigger: { everyMinutes: 1 },
    may: ["read-table", "write-table", "send-provision", "send-endpoint", "send-mail", "send-hand-over"],
    variables: ["table", "provisionQueue", "endpointQueue", "mailQueue", "handOverQueue"],
    // Less than its interval, so that no two are at it.
    timeoutSeconds: 50,
  },
  {
    file: "schedules/checkpoint",
    purpose:
      "Audit trails are not signed: an exchange that was broken into could rewrite them since the last hour.",
    trigger: { everyMinutes: 60 },
    may: ["read-table", "write-table", "sign-checkpoints", "keep-checkpoints"],
    variables: ["table", "checkpointKey", "checkpointBucket"],
    timeoutSeconds: 60,
  },
  {
    file: "schedules/upkeep",
    purpose: "Accounts that nobody uses stay open, and nobody is reminded of what is due once a year.",
    trigger: { everyMinutes: 60 },
    may: ["read-table", "write-table", "retire-system-clients"],
    variables: ["table"],
    timeoutSeconds: 300,
  },
] as const satisfies readonly FunctionDefinition[];

export type FunctionFile = (typeof functions)[number]["file"];

export const functionOf = (file: FunctionFile): FunctionDefinition => {
  const found: FunctionDefinition | undefined = functions.find((each) => each.file === file);
  if (found === undefined) throw new Error(`infra/functions.ts has no line for ${file}`);
  return found;
};

/**
 * Names are fixed, as those of pools and topics are, so that alarms need no reference into the stack of what they watch:
 * CloudFormation refuses to remove a function as long as another stack imports its name.
 */
export const deployedName = (file: string): string => `${RESOURCE_PREFIX}-${file.replaceAll("/", "-")}`;

/** What a trigger that nobody waits for could not finish is kept here, 14 days. */
export const deadLetterName = (file: string): string => `${deployedName(file)}-dead`;

/** A caller who waits is told of the failure; everything else needs a place for what failed. */
export const hasDeadLetters = ({ trigger }: FunctionDefinition): boolean =>
  !("noun" in trigger) && !("authorizer" in trigger);
