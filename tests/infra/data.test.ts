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

test("the table's key rotates; those that cannot make codes or sign checkpoints, and nothing else", () => {
  const keys = resources("AWS::KMS::Key").map(({ properties }) => properties);
  expect(keys).toHaveLength(3);
  expect(keys).toContainEqual(expect.objectContaining({ EnableKeyRotation: true }));
  expect(keys).toContainEqual(
    expect.objectContaining({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }),
  );
  expect(keys).toContainEqual(expect.objectContaining({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }));
});

test("nobody, the account's owner included, can change or delete a checkpoint for ten years", () => {
  Template.fromStack(stacks.data).hasResource("AWS::S3::Bucket", {
    DeletionPolicy: "Retain",
    Properties: Match.objectLike({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: "Enabled",
        Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 3650 } },
      },
      VersioningConfiguration: { Status: "Enabled" },
      PublicAccessBlockConfiguration: Match.objectLike({ BlockPublicPolicy: true }),
    }),
  });
});

test("on one machine everything may be thrown away", () => {
  const local = exchange({ environment: "local", consoleUrl: "http://localhost:8080" });
  Template.fromStack(local.stacks.data).hasResource("AWS::DynamoDB::Table", {
    DeletionPolicy: "Delete",
    Properties: Match.objectLike({ DeletionProtectionEnabled: false }),
  });
});
