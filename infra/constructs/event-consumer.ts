import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import { type FunctionFile, functionOf } from "../functions.ts";
import { acknowledge } from "./acknowledge.ts";
import { DeadLetters } from "./dead-letters.ts";
import type { Resources } from "./resources.ts";
import { ServiceFunction } from "./service-function.ts";

/** A function that hears of what AWS itself does. */
export class EventConsumer extends Construct {
  constructor(scope: Construct, file: FunctionFile, resources: Resources) {
    super(scope, `${file.replaceAll("/", "-")}-events`);
    const { trigger, purpose } = functionOf(file);
    if (!("event" in trigger)) throw new Error(`infra/functions.ts gives ${file} no event`);
    const deadLetterQueue = new DeadLetters(this, file);
    const { lambda } = new ServiceFunction(this, file, resources, deadLetterQueue);
    lambda.configureAsyncInvoke({ retryAttempts: 2 });
    acknowledge(lambda, "dead-letters-of-a-schedule");
    new Rule(this, "rule", {
      description: `When it fails: ${purpose}`,
      eventPattern: { source: [trigger.event.source], detailType: [trigger.event.detailType] },
      targets: [new LambdaFunction(lambda, { deadLetterQueue })],
    });
  }
}
