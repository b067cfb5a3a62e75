import { RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/** A bucket that nobody reaches but whom its policy names, by TLS, and that outlives its stack. */
export const privateBucket = (scope: Construct, id: string, props: BucketProps): IBucket =>
  // Bucket says `boolean | undefined` where its own interface has an optional boolean.
  new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  }) as IBucket;
