import { App } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { unnarrowable } from "../../infra/constructs/grants.ts";
import { functions } from "../../infra/functions.ts";
import { ApiStack } from "../../infra/stacks/api.ts";
import { DataStack } from "../../infra/stacks/data.ts";
import { nouns } from "../../shared/contract/nouns.ts";

const app = new App({ context: { "aws:cdk:bundling-stacks": [] } });
const mailSender = "exchange@customs.example";
const data = new DataStack(app, "Data", { environment: "production", mailSender });
const api = new ApiStack(app, "Api", {
  table: data.table,
  tableKey: data.tableKey,
  codeKey: data.codeKey,
  mailSender,
});
const template = Template.fromStack(api);

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

const statements = Object.values(template.findResources("AWS::IAM::Policy")).flatMap(
  (policy): readonly Statement[] => policy["Properties"]["PolicyDocument"]["Statement"],
);
const actionsOf = ({ Action }: Statement): readonly string[] => [Action].flat();

test("the table is encrypted with a key of its own, recoverable, and not deleted with its stack", () => {
  Template.fromStack(data).hasResource("AWS::DynamoDB::Table", {
    DeletionPolicy: "Retain",
    Properties: Match.objectLike({
      BillingMode: "PAY_PER_REQUEST",
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: Match.objectLike({ SSEEnabled: true, SSEType: "KMS" }),
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    }),
  });
});

test("no function may scan, and no grant names every action", () => {
  expect(statements.length).toBeGreaterThan(functions.length / 2);
  for (const action of statements.flatMap(actionsOf)) {
    expect(action).not.toMatch(/\*|:Scan$/);
  }
});

test("a grant on every resource is one that AWS has no narrower form for", () => {
  const wide = statements.filter(({ Resource }) => [Resource].flat().includes("*")).flatMap(actionsOf);
  expect(wide).toContain("xray:PutTraceSegments");
  for (const action of wide) expect(Object.keys(unnarrowable)).toContain(action);
});

test("what the contract calls public is all that is let through without a token", () => {
  const methods = Object.values(template.findResources("AWS::ApiGateway::Method"));
  const open = methods.filter((method) => method["Properties"]["AuthorizationType"] === "NONE");
  const endpoints = Object.values(nouns).flatMap((noun) => Object.values(noun));
  expect(open).toHaveLength(endpoints.filter(({ access }) => access === "public").length);
  const guarded = methods.filter((method) => method["Properties"]["AuthorizationType"] === "CUSTOM");
  expect(guarded.length + open.length).toBe(methods.length);
});
