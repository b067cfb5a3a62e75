import { expect, test } from "vitest";
import { statements, unnarrowable } from "../../infra/constructs/grants.ts";
import { deployedName, type FunctionDefinition, functions } from "../../infra/functions.ts";
import { exchange } from "./exchange.ts";

const { resources, stacks } = exchange();

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
}

const actionsOf = ({ Action }: Statement): readonly string[] => [Action].flat();

/** What every role of every stack may do. */
const granted = resources("AWS::IAM::Policy").map(({ stack, properties }) => ({
  stack,
  roles: properties["Roles"].map((role: { Ref: string }) => role.Ref) as readonly string[],
  statements: properties["PolicyDocument"]["Statement"] as readonly Statement[],
}));
const allStatements = granted.flatMap((policy) => policy.statements);

const lambdas = resources("AWS::Lambda::Function");

const statementsOf = (file: string): readonly Statement[] => {
  const lambda = lambdas.find(({ properties }) => properties["FunctionName"] === deployedName(file));
  const role: string = lambda?.properties["Role"]["Fn::GetAtt"][0];
  return granted
    .filter((policy) => policy.stack === lambda?.stack && policy.roles.includes(role))
    .flatMap((policy) => policy.statements);
};

const allowed = (file: string): ReadonlySet<string> => new Set(statementsOf(file).flatMap(actionsOf));

/** Who may do what begins so. */
const mayDo = (action: RegExp): readonly string[] =>
  functions.map(({ file }) => file).filter((file) => [...allowed(file)].some((each) => action.test(each)));

const { table, tableKey, codeKey, checkpointKey } = stacks.data;
const { provisionQueue } = stacks.identity;
const made = {
  table,
  tableKey,
  codeKey,
  checkpointKey,
  mailSender: "exchange@customs.example",
  queues: {
    provision: provisionQueue,
    endpoint: provisionQueue,
    mail: provisionQueue,
    "hand-over": provisionQueue,
  },
};

/** What a trigger needs beside what the line grants. */
const ofTrigger = ({ trigger }: FunctionDefinition): readonly string[] => {
  if ("stream" in trigger)
    return [
      ...["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
        (each) => `dynamodb:${each}`,
      ),
      ...["GetQueueAttributes", "GetQueueUrl", "SendMessage"].map((each) => `sqs:${each}`),
    ];
  if ("queue" in trigger)
    return [
      "ChangeMessageVisibility",
      "DeleteMessage",
      "GetQueueAttributes",
      "GetQueueUrl",
      "ReceiveMessage",
    ].map((each) => `sqs:${each}`);
  return "everyMinutes" in trigger ? ["sqs:SendMessage"] : [];
};

const always = [
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments",
];

test("no grant names every action of a kind, and none lets anybody scan", () => {
  expect(allStatements.length).toBeGreaterThan(functions.length * 2);
  for (const action of allStatements.flatMap(actionsOf)) {
    expect(action).not.toMatch(/\*|\?|:(Partiql|Scan)/);
  }
});

test("a grant on every resource is one that AWS has no narrower form for", () => {
  const wide = allStatements.filter(({ Resource }) => [Resource].flat().includes("*")).flatMap(actionsOf);
  expect([...new Set(wide)].sort()).toEqual(Object.keys(unnarrowable).sort());
});

test("only texts to phone numbers, which have no name, are granted by what they are not", () => {
  const inverse = allStatements.filter(({ NotResource }) => NotResource !== undefined);
  expect(inverse.map(actionsOf)).toEqual([["sns:Publish"]]);
  expect(statementsOf("queues/endpoint")).toContainEqual(inverse[0]);
});

test.each(functions)(
  "$file may do what its line says, and nothing else",
  (definition: FunctionDefinition) => {
    const expected = definition.may.flatMap((grant) =>
      statements[grant](made).flatMap((statement) => statement.actions),
    );
    const all = new Set([...always, ...expected, ...ofTrigger(definition)]);
    expect([...allowed(definition.file)].sort()).toEqual([...all].sort());
  },
);

test("what reaches people outside is in few hands", () => {
  expect(mayDo(/^sns:Publish$/)).toEqual(["queues/endpoint", "queues/hand-over"]);
  expect(mayDo(/^ses:/)).toEqual(["queues/mail"]);
  expect(mayDo(/^cognito-idp:(Admin|(Create|Delete|Update)UserPool$|SetUserPool)/)).toEqual([
    "queues/provision",
  ]);
  expect(mayDo(/^cognito-idp:CreateUserPoolClient$/)).toEqual(["api/system-accounts", "queues/provision"]);
  expect(mayDo(/^cognito-idp:DeleteUserPoolClient$/)).toEqual(["api/system-accounts", "schedules/upkeep"]);
  expect(mayDo(/^cognito-idp:/)).toEqual(["api/system-accounts", "queues/provision", "schedules/upkeep"]);
  expect(mayDo(/^iam:/)).toEqual(["queues/provision"]);
  expect(mayDo(/^sns:(Create|Delete)Topic$/)).toEqual(["queues/provision"]);
});

test("an address is confirmed by whom a person asks, and let go of by nobody whom a person reaches", () => {
  expect(mayDo(/^sns:ConfirmSubscription$/)).toEqual(["api/subscriptions"]);
  expect(mayDo(/^sns:Unsubscribe$/)).toEqual(["queues/endpoint"]);
});

test("items of the table are put and deleted whole, but for the numbers of requests", () => {
  expect(mayDo(/^dynamodb:PutItem$/)).toContain("api/alerts");
  const counting = mayDo(/^dynamodb:UpdateItem$/);
  // Whoever reads the table for a caller counts the caller's requests.
  const noun = functions.filter(({ trigger, may }) => "noun" in trigger && may.length > 0);
  expect(counting).toEqual(noun.map(({ file }) => file));
  const updates = allStatements.filter((each) => actionsOf(each).includes("dynamodb:UpdateItem"));
  expect(updates.length).toBe(counting.length);
  for (const update of updates)
    expect(update).toMatchObject({
      Action: "dynamodb:UpdateItem",
      Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": "RATE#*" } },
    });
});

test("pools of others in the same account cannot be touched", () => {
  const onPools = statementsOf("queues/provision").filter((statement) =>
    actionsOf(statement).some((action) => action.startsWith("cognito-idp:Admin")),
  );
  expect(onPools).not.toEqual([]);
  for (const statement of onPools)
    expect(statement).toMatchObject({ Condition: { Null: { "aws:ResourceTag/ipr-cencomm": "false" } } });
});
