import { Aws, RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** Files that Vite names by their content. */
const hashed = "assets/*";

/** Puts the built console, and the configuration that it reads first, into its bucket. */
export class ConsoleFiles extends Construct {
  constructor(scope: Construct, id: string, bucket: IBucket, folder: string) {
    super(scope, id);
    const asset = new Asset(this, "built", { path: folder });
    const logGroup = new LogGroup(this, "log", {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, "role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: "Copies the console of IPR CENcomm into its bucket",
    });
    for (const [actions, resource] of [
      [["s3:GetObject"], asset.bucket.arnForObjects("*.zip")],
      [["s3:ListBucket"], bucket.bucketArn],
      [["s3:PutObject"], bucket.arnForObjects("*")],
      [["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn],
    ] as const)
      role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }));

    const common = {
      destinationBucket: bucket,
      // CDK's own grants would be s3:GetObject* and the like.
      role: role.withoutPolicyUpdates(),
      logGroup,
      // A console opened before a deployment still asks for the parts of its own build.
      prune: false,
    };
    const built = Source.bucket(asset.bucket, asset.s3ObjectKey);
    const parts = new BucketDeployment(this, "parts", {
      ...common,
      sources: [built],
      exclude: ["*"],
      include: [hashed],
      cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
    });
    const entry = new BucketDeployment(this, "entry", {
      ...common,
      sources: [built, Source.jsonData("config.json", { region: Aws.REGION })],
      exclude: [hashed],
      // Asked for anew each time, so that no invalidation is needed.
      cacheControl: [CacheControl.noCache()],
    });
    parts.node.addDependency(role);
    acknowledge(role, "copied-build", "console-files");
    const ofCdk = Stack.of(this).node.children.filter(({ node }) =>
      node.id.startsWith("Custom::CDKBucketDeployment"),
    );
    for (const each of ofCdk)
      acknowledge(
        each,
        "runtime-of-cdk",
        "latest-runtime-of-cdk",
        "tracing-of-cdk",
        "failure-kept-elsewhere",
      );
    // Never a page whose parts are not there yet.
    entry.node.addDependency(parts);
  }
}
