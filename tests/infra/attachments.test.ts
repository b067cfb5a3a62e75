import { describe, expect, test } from "vitest";
import { exchange } from "./exchange.ts";

const bucketOf = (of: ReturnType<typeof exchange>) =>
  of
    .resources("AWS::S3::Bucket")
    .find(({ properties }) => JSON.stringify(properties["BucketName"] ?? "").includes("-attachments-"))
    ?.properties;

const consoleUrl = "https://exchange.customs.example";
const of = exchange({ consoleUrl });
const bucket = bucketOf(of);

test("files are encrypted by a key of their own, which rotates", () => {
  const [rule] = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"];
  expect(rule["ServerSideEncryptionByDefault"]["SSEAlgorithm"]).toBe("aws:kms");
  expect(rule["BucketKeyEnabled"]).toBe(true);
  expect(JSON.stringify(rule)).toContain("attachmentkey");
});

test("the console alone may send to the bucket from a browser, and nothing but parts of files", () => {
  expect(bucket["CorsConfiguration"]["CorsRules"]).toEqual([
    {
      AllowedOrigins: [consoleUrl],
      AllowedMethods: ["PUT"],
      AllowedHeaders: ["content-type", "x-amz-checksum-sha256"],
      MaxAge: 3600,
    },
  ]);
});

test("an upload that was not finished is given up after a day, and nothing stays in quarantine", () => {
  expect(bucket["LifecycleConfiguration"]["Rules"]).toEqual([
    { Status: "Enabled", AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
    { Status: "Enabled", Prefix: "quarantine/", ExpirationInDays: 30 },
  ]);
});

test("the check is given one file at a time", () => {
  const worker = of
    .resources("AWS::Lambda::EventSourceMapping")
    .filter(({ properties }) => properties["BatchSize"] === 1);
  expect(worker.map(({ stack }) => stack)).toEqual(["IprCencomm-Attachments"]);
});

describe("a malware scanner", () => {
  const scanner = (each: ReturnType<typeof exchange>) =>
    each
      .resources("AWS::Lambda::Function")
      .find(({ properties }) => properties["FunctionName"] === "ipr-cencomm-queues-attachment")?.properties[
      "Environment"
    ]["Variables"]["MALWARE_SCANNER"];

  test("is deployed where the operator says so, for what is in quarantine alone", () => {
    const scanned = exchange({ malwareProtection: true });
    const [plan, ...others] = scanned.resources("AWS::GuardDuty::MalwareProtectionPlan");
    expect(others).toEqual([]);
    expect(plan?.properties["ProtectedResource"]["S3Bucket"]["ObjectPrefixes"]).toEqual(["quarantine/"]);
    expect(scanner(scanned)).toBe("guardduty");
    const role = scanned
      .resources("AWS::IAM::Policy")
      .find(({ logicalId }) => logicalId.startsWith("malwareprotection"));
    expect(JSON.stringify(role?.properties)).not.toContain("/clean/");
  });

  test("is nowhere else, and the check is told that there is none", () => {
    expect(of.resources("AWS::GuardDuty::MalwareProtectionPlan")).toEqual([]);
    expect(scanner(of)).toBe("none");
  });

  test("is heard by its events", () => {
    const rule = of
      .resources("AWS::Events::Rule")
      .find(({ properties }) => properties["EventPattern"] !== undefined);
    expect(rule?.properties["EventPattern"]).toEqual({
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
    });
  });
});
