import type { Grant } from "./functions.ts";

export interface Acknowledgement {
  /** As cdk-nag or CDK prints it, with the finding in brackets where a rule has several. */
  readonly rule: string;
  /** Why it stays. */
  readonly reason: string;
}

/**
 * What the rule packs find and we leave as it is. constructs/acknowledge.ts says where each belongs; tests/infra refuses
 * one that no longer silences anything.
 */
export const acknowledgements = {
  "every-resource": {
    rule: "AwsSolutions-IAM5[Resource::*]",
    reason:
      "The actions of constructs/grants.ts for which AWS has no narrower resource, X-Ray's among them; tests/infra holds every policy to that list.",
  },
  "topics-made-later": {
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:ipr-cencomm-*]",
    reason: "An administration's topics are made by its approval; their names begin with the exchange's.",
  },
  "pools-made-later": {
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cognito-idp:<AWS::Region>:<AWS::AccountId>:userpool/*]",
    reason:
      "An administration's pool is made by its approval and named by Cognito; a condition on its tag keeps others' pools out.",
  },
  "failure-kept-elsewhere": {
    rule: "Serverless-LambdaDLQ",
    reason:
      "Nobody calls it asynchronously: a caller waits and is told, or a queue or stream keeps what failed for a person.",
  },
  "last-queue": {
    rule: "Serverless-SQSRedrivePolicy",
    reason: "It is a dead-letter queue: what lies in it waits for a person.",
  },
  "dead-letters-of-a-stream": {
    rule: "AwsSolutions-SQS3",
    reason: "It is the dead-letter queue of an event source mapping, which the rule does not look at.",
  },
  "queue-keeps-failures": {
    rule: "Serverless-LambdaEventSourceMappingDestination",
    reason:
      "Its queue moves what failed five times to a dead-letter queue; Lambda takes no destination for queues.",
  },
  "dead-letters-of-a-schedule": {
    rule: "Serverless-LambdaAsyncFailureDestination",
    reason: "The function's dead-letter queue gets what a destination would get.",
  },
  "validated-by-the-contract": {
    rule: "AwsSolutions-APIG2",
    reason:
      "Each request is validated by the contract's schemas in the function, which names every field at fault as problem+json; the gateway's validator names one and none.",
  },
  "firewall-of-the-api": {
    rule: "AwsSolutions-APIG3",
    reason:
      "A web ACL comes with limits per administration; until then the stage's throttling bounds all callers.",
  },
  "gateway-logs": {
    rule: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
    reason: "The policy that API Gateway asks for in its account-wide role for logs; it may write logs only.",
  },
  "own-authorizer": {
    rule: "AwsSolutions-COG4",
    reason:
      "There is a pool per administration, made at run time: the exchange's authorizer finds the caller's and verifies against it. A Cognito authorizer names its pools in the template.",
  },
  "public-by-contract": {
    rule: "AwsSolutions-APIG4",
    reason: "The contract calls this endpoint public; tests/infra compares both.",
  },
  "members-everywhere": {
    rule: "AwsSolutions-CFR1",
    reason: "The members are customs administrations of all continents.",
  },
  "firewall-of-the-edge": {
    rule: "AwsSolutions-CFR2",
    reason: "A web ACL for CloudFront lives in us-east-1, in a stack of its own; it comes with the API's.",
  },
  "name-of-cloudfront": {
    rule: "AwsSolutions-CFR4",
    reason:
      "Under CloudFront's own name TLS 1.0 cannot be refused; with consoleUrl and certificateArn it is refused.",
  },
  "missing-files": {
    rule: "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
    reason:
      "Listing makes a missing file a 404. The distribution has a root object and passes no query on, so nobody can list.",
  },
  "copied-build": {
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*.zip]",
    reason: "CDK names the archives of this deployment by their content.",
  },
  "console-files": {
    rule: "AwsSolutions-IAM5[Resource::<consoleB9A7E61D.Arn>/*]",
    reason: "The console's bucket holds nothing but the console's files, which the function writes.",
  },
  "kept-checkpoints": {
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::ipr-cencomm-checkpoints-<AWS::AccountId>-<AWS::Region>/*]",
    reason:
      "The bucket holds nothing but signed checkpoints and public keys, which Object Lock keeps as they are.",
  },
  "runtime-of-cdk": {
    rule: "AwsSolutions-L1",
    reason: "CDK's own function, with the runtime that CDK chose for it; it runs during deployments only.",
  },
  "latest-runtime-of-cdk": {
    rule: "Serverless-LambdaLatestVersion",
    reason: "CDK's own function, with the runtime that CDK chose for it; it runs during deployments only.",
  },
  "tracing-of-cdk": {
    rule: "Serverless-LambdaTracing",
    reason: "CDK's own function; CloudFormation waits for it and shows how it ended.",
  },
} as const satisfies Readonly<Record<string, Acknowledgement>>;

export type AcknowledgementName = keyof typeof acknowledgements;

/** Grants on resources that exist only after an approval, or are made one after the other. */
export const acknowledgedGrants: Readonly<Partial<Record<Grant, AcknowledgementName>>> = {
  "manage-pools": "pools-made-later",
  "make-system-clients": "pools-made-later",
  "retire-system-clients": "pools-made-later",
  "manage-topics": "topics-made-later",
  "subscribe-endpoints": "topics-made-later",
  "confirm-endpoints": "topics-made-later",
  "publish-notices": "topics-made-later",
  "keep-checkpoints": "kept-checkpoints",
  "read-checkpoints": "kept-checkpoints",
};
