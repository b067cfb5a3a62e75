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

test("nominal data lie in a table of their own, under a key of its own, with no stream out of it", () => {
  const tables = resources("AWS::DynamoDB::Table").map(({ properties }) => properties);
  expect(tables).toHaveLength(2);
  const [parties, ...others] = tables.filter((table) => table["StreamSpecification"] === undefined);
  expect(others).toEqual([]);
  expect(parties).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
  });
  expect(parties?.["GlobalSecondaryIndexes"]).toMatchObject([
    { Projection: { ProjectionType: "KEYS_ONLY" } },
  ]);
  const keys = tables.map((table) => JSON.stringify(table["SSESpecification"]["KMSMasterKeyId"]));
  expect(new Set(keys).size).toBe(2);
});

test("the tables' keys rotate; those that cannot make codes or sign checkpoints, and nothing else", () => {
  const keys = resources("AWS::KMS::Key").map(({ properties }) => properties);
  expect(keys).toHaveLength(5);
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
