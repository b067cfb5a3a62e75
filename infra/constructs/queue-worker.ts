import { Duration } from "aws-cdk-lib";
import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { deployedName, type FunctionFile, functionOf } from "../functions.ts";
import { acknowledge } from "./acknowledge.ts";
import { DeadLetters } from "./dead-letters.ts";
import type { Resources } from "./resources.ts";
import { ServiceFunction } from "./service-function.ts";

/** A queue and the function that works it off; what fails five times is put aside. */
export class QueueWorker extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, file: FunctionFile, resources: Resources) {
    super(scope, `${file.replaceAll("/", "-")}-work`);
    const { timeoutSeconds = 10 } = functionOf(file);
    this.queue = new Queue(this, "queue", {
      queueName: deployedName(file),
      // Six times the timeout, as Lambda advises: it may be throttled a while with messages it has already taken.
      visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: new DeadLetters(this, file), maxReceiveCount: 5 },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const { lambda } = new ServiceFunction(this, file, resources);
    const consume = this.queue.grantConsumeMessages(lambda);
    const mapping = new EventSourceMapping(this, "mapping", {
      target: lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
    });
    consume.applyBefore(mapping);
    acknowledge(mapping, "queue-keeps-failures");
  }
}
