import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { deadLetterName, type FunctionFile } from "../functions.ts";
import { acknowledge } from "./acknowledge.ts";

/** Where what a function could not finish waits for a person; an alarm says that something does. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, file: FunctionFile) {
    super(scope, `${file.replaceAll("/", "-")}-dead`, {
      queueName: deadLetterName(file),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    acknowledge(this, "last-queue");
  }
}
