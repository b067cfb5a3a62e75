import { Match, Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { exchange } from "./exchange.ts";

const { stacks, resources } = exchange();

test("the table is encrypted with a key of its own, recoverable, and not deleted with its stack", () => {
  Template.fromStack(stacks.data).hasResource("AWS::DynamoDB::Table", {
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

test("the table's key rotates; the key of one-time codes, which cannot, makes codes and nothing else", () => {
  const keys = resources("AWS::KMS::Key").map(({ properties }) => properties);
  expect(keys).toHaveLength(2);
  expect(keys).toContainEqual(expect.objectContaining({ EnableKeyRotation: true }));
  expect(keys).toContainEqual(
    expect.objectContaining({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }),
  );
});

test("on one machine everything may be thrown away", () => {
  const local = exchange({ environment: "local", consoleUrl: "http://localhost:8080" });
  Template.fromStack(local.stacks.data).hasResource("AWS::DynamoDB::Table", {
    DeletionPolicy: "Delete",
    Properties: Match.objectLike({ DeletionProtectionEnabled: false }),
  });
});
