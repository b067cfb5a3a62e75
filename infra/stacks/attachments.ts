import { Duration, Stack } from "aws-cdk-lib";
import { BucketEncryption, HttpMethods } from "aws-cdk-lib/aws-s3";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { EventConsumer } from "../constructs/event-consumer.ts";
import { MalwareProtection } from "../constructs/malware-protection.ts";
import { privateBucket } from "../constructs/private-bucket.ts";
import { QueueWorker } from "../constructs/queue-worker.ts";
import { attachmentBucketName, type Resources } from "../constructs/resources.ts";

/** Where photos and documents are kept, and what checks them before anybody is given one. */
export class AttachmentsStack extends Stack {
  readonly queue: IQueue;

  constructor(scope: Construct, id: string, resources: Resources & { readonly consoleUrl: string }) {
    super(scope, id, { description: "IPR CENcomm: photos and documents of alerts" });
    const { attachmentKey, consoleUrl, malwareProtection } = resources;
    const bucket = privateBucket(this, "files", {
      bucketName: attachmentBucketName,
      encryption: BucketEncryption.KMS,
      encryptionKey: attachmentKey,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: privateBucket(this, "logs", {
        lifecycleRules: [{ expiration: Duration.days(365) }],
      }),
      cors: [
        {
          allowedOrigins: [consoleUrl],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: ["content-type", "x-amz-checksum-sha256"],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Longer than a message waits in the queue and then among the dead letters.
        { prefix: "quarantine/", expiration: Duration.days(30) },
      ],
    });
    this.queue = new QueueWorker(this, "queues/attachment", resources).queue;
    new EventConsumer(this, "events/malware-scan", resources);
    if (malwareProtection) new MalwareProtection(this, "malware-protection", bucket, attachmentKey);
  }
}
