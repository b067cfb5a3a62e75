import { Stack } from "aws-cdk-lib";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { QueueWorker } from "../constructs/queue-worker.ts";
import type { Resources } from "../constructs/resources.ts";

/** What makes an approved administration's user pool, topic and people. The pools themselves are in no template. */
export class IdentityStack extends Stack {
  readonly provisionQueue: IQueue;

  constructor(scope: Construct, id: string, resources: Resources) {
    super(scope, id, { description: "IPR CENcomm: user pools of administrations" });
    this.provisionQueue = new QueueWorker(this, "queues/provision", resources).queue;
  }
}
