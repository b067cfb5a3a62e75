import { CfnOutput, Stack } from "aws-cdk-lib";
import { EmailIdentity, Identity } from "aws-cdk-lib/aws-ses";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { outputs } from "../../shared/names.ts";
import { QueueWorker } from "../constructs/queue-worker.ts";
import type { Resources } from "../constructs/resources.ts";
import { Schedule } from "../constructs/schedule.ts";
import { StreamConsumer } from "../constructs/stream-consumer.ts";

/** What happens after a change is committed: from the table's stream over queues to mailboxes and phones. */
export class NotificationsStack extends Stack {
  constructor(scope: Construct, id: string, resources: Resources, provision: IQueue) {
    super(scope, id, { description: "IPR CENcomm: dispatch, queues and senders" });

    new EmailIdentity(this, "sender", { identity: Identity.email(resources.mailSender) });

    const queues = {
      provision,
      endpoint: new QueueWorker(this, "queues/endpoint", resources).queue,
      mail: new QueueWorker(this, "queues/mail", resources).queue,
      "hand-over": new QueueWorker(this, "queues/hand-over", resources).queue,
    };
    new StreamConsumer(this, "streams/dispatch", { ...resources, queues });
    new StreamConsumer(this, "streams/index", resources);
    new Schedule(this, "schedules/sweep", { ...resources, queues });
    new Schedule(this, "schedules/checkpoint", resources);
    new Schedule(this, "schedules/upkeep", resources);

    new CfnOutput(this, outputs.mailSender, { value: resources.mailSender });
  }
}
