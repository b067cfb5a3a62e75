import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { securityHeaders } from "../../local/gateway.ts";
import { exchange } from "./exchange.ts";

const { resources } = exchange();
const only = (type: string) => {
  const found = resources(type);
  expect(found).toHaveLength(1);
  return found[0]?.properties;
};
const distribution = () => only("AWS::CloudFront::Distribution")["DistributionConfig"];
const region = { Ref: "AWS::Region" };

/** A value of a template as text, each reference as its name in braces. */
const text = (value: unknown): string => {
  const [separator, parts] = (value as { "Fn::Join": [string, readonly unknown[]] })["Fn::Join"];
  return parts
    .map((part) => (typeof part === "string" ? part : `{${Object.values(part as object).join(".")}}`))
    .join(separator);
};

test("nobody reaches a bucket but those its policy names, and nobody without TLS", () => {
  const buckets = resources("AWS::S3::Bucket");
  expect(buckets).toHaveLength(4);
  for (const { properties } of buckets)
    expect(properties["PublicAccessBlockConfiguration"]).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  const policies = resources("AWS::S3::BucketPolicy").map(
    ({ properties }) => properties["PolicyDocument"]["Statement"],
  );
  expect(policies).toHaveLength(4);
  for (const statements of policies)
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: "Deny",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    );
  const allowed = policies.flat().filter(({ Effect }) => Effect === "Allow");
  for (const { Principal, Condition } of allowed) {
    expect(Object.keys(Principal)).toEqual(["Service"]);
    expect(Condition).toBeDefined();
  }
});

test("the console's files come through an access control of the distribution's own", () => {
  const origin = distribution()["Origins"].find((each: object) => "S3OriginConfig" in each);
  expect(origin["OriginAccessControlId"]).toBeDefined();
  expect(only("AWS::CloudFront::OriginAccessControl")["OriginAccessControlConfig"]).toMatchObject({
    SigningBehavior: "always",
    SigningProtocol: "sigv4",
  });
});

test("the API is passed on whole but for Host, and nothing of it is kept", () => {
  const behaviours = distribution()["CacheBehaviors"];
  expect(behaviours).toHaveLength(1);
  expect(behaviours[0]).toMatchObject({
    PathPattern: "/v1/*",
    // AWS's own policies CachingDisabled and AllViewerExceptHostHeader.
    CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
    Compress: false,
    ViewerProtocolPolicy: "https-only",
  });
  expect(behaviours[0]["AllowedMethods"]).toContain("DELETE");
  const api = distribution()["Origins"].find(
    ({ Id }: { Id: string }) => Id === behaviours[0]["TargetOriginId"],
  );
  expect(api).toMatchObject({
    OriginPath: "/live",
    CustomOriginConfig: { OriginProtocolPolicy: "https-only" },
  });
});

test("an error of the API stays what it is: no error page stands for it", () => {
  expect(distribution()).not.toHaveProperty("CustomErrorResponses");
});

test("a page of the console is answered by index.html, a file by itself", () => {
  const code: string = only("AWS::CloudFront::Function")["FunctionCode"];
  const uriOf = (uri: string): string =>
    runInNewContext(`${code}; handler({ request: { uri } }).uri`, { uri });
  expect(["/", "/alerts", "/alerts/0192f3a4", "/sign-in/FR"].map(uriOf)).toEqual(
    Array(4).fill("/index.html"),
  );
  expect(["/assets/main-abc.js", "/config.json", "/favicon.svg"].map(uriOf)).toEqual([
    "/assets/main-abc.js",
    "/config.json",
    "/favicon.svg",
  ]);
  const [association] = distribution()["DefaultCacheBehavior"]["FunctionAssociations"];
  expect(association["EventType"]).toBe("viewer-request");
});

test("browsers are told what the local gateway tells them, and to stay with TLS; Cognito alone is called beside the origin", () => {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = only(
    "AWS::CloudFront::ResponseHeadersPolicy",
  )["ResponseHeadersPolicyConfig"];
  const own = Object.fromEntries(
    custom["Items"].map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value]),
  );
  const policy = text(security["ContentSecurityPolicy"]["ContentSecurityPolicy"]);
  expect(policy).toContain("connect-src 'self' https://cognito-idp.{AWS::Region}.amazonaws.com;");
  expect({
    ...own,
    "content-security-policy": policy.replace(" https://cognito-idp.{AWS::Region}.amazonaws.com", ""),
    "referrer-policy": security["ReferrerPolicy"]["ReferrerPolicy"],
    "x-content-type-options": "nosniff",
    "x-frame-options": security["FrameOptions"]["FrameOption"],
  }).toEqual(securityHeaders);
  expect(security["ContentTypeOptions"]).toEqual({ Override: true });
  expect(security["StrictTransportSecurity"]).toMatchObject({
    AccessControlMaxAgeSec: 63_072_000,
    IncludeSubdomains: true,
  });
});

test("index.html and the configuration are asked for anew each time, after the parts they name are there", () => {
  const deployments = resources("Custom::CDKBucketDeployment").map(({ properties }) => properties);
  const [parts, entry] = ["immutable", "no-cache"].map((word) =>
    deployments.find((each) => each["SystemMetadata"]["cache-control"].includes(word)),
  );
  expect(parts).toMatchObject({ Exclude: ["*"], Include: ["assets/*"], Prune: false });
  expect(entry).toMatchObject({ Exclude: ["assets/*"], Prune: false });
  expect(Object.values(entry["SourceMarkers"][1])).toContainEqual(region);
});

test("without a built console the stack stands, and leaves the bucket as it is", () => {
  const { resources } = exchange({}, false);
  expect(resources("AWS::CloudFront::Distribution")).toHaveLength(1);
  expect(resources("Custom::CDKBucketDeployment")).toEqual([]);
});

test("an address of the operator's own is answered with its certificate and TLS 1.2, and frees the others from the edge", () => {
  const named = exchange({
    consoleUrl: "https://exchange.customs.example",
    certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/a",
  });
  const [found] = named.resources("AWS::CloudFront::Distribution");
  expect(found?.properties["DistributionConfig"]).toMatchObject({
    Aliases: ["exchange.customs.example"],
    ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" },
  });
  named.app.synth();
  expect(named.stacks.identity.dependencies).not.toContain(named.stacks.edge);
  const { app, stacks } = exchange();
  app.synth();
  expect(stacks.identity.dependencies).toContain(stacks.edge);
});
