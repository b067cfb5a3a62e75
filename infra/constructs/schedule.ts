import { Duration } from "aws-cdk-lib";
import { Schedule as Rate, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import { type FunctionFile, functionOf } from "../functions.ts";
import { acknowledge } from "./acknowledge.ts";
import { DeadLetters } from "./dead-letters.ts";
import type { Resources } from "./resources.ts";
import { ServiceFunction } from "./service-function.ts";

/** A function that is called every so many minutes. */
export class Schedule extends Construct {
  constructor(scope: Construct, file: FunctionFile, resources: Resources) {
    super(scope, `${file.replaceAll("/", "-")}-schedule`);
    const { trigger, purpose } = functionOf(file);
    if (!("everyMinutes" in trigger)) throw new Error(`infra/functions.ts gives ${file} no schedule`);
    const deadLetterQueue = new DeadLetters(this, file);
    const { lambda } = new ServiceFunction(this, file, resources, deadLetterQueue);
    // Not repeated: the next call does the same work.
    lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(trigger.everyMinutes) });
    acknowledge(lambda, "dead-letters-of-a-schedule");
    new Rule(this, "rule", {
      description: `When it fails: ${purpose}`,
      schedule: Rate.rate(Duration.minutes(trigger.everyMinutes)),
      targets: [new LambdaFunction(lambda, { retryAttempts: 0, deadLetterQueue })],
    });
  }
}
