import { Duration } from "aws-cdk-lib";
import { Grant } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Construct } from "constructs";
import { type FunctionFile, functionOf } from "../functions.ts";
import { acknowledge } from "./acknowledge.ts";
import { DeadLetters } from "./dead-letters.ts";
import type { Resources } from "./resources.ts";
import { ServiceFunction } from "./service-function.ts";

/** A function that hears of new items of the table whose key begins with its prefix. */
export class StreamConsumer extends Construct {
  constructor(scope: Construct, file: FunctionFile, resources: Resources) {
    super(scope, `${file.replaceAll("/", "-")}-feed`);
    const { trigger } = functionOf(file);
    if (!("stream" in trigger)) throw new Error(`infra/functions.ts gives ${file} no stream`);
    const { prefix, sortPrefix } = trigger.stream;
    const streamArn = resources.table.tableStreamArn;
    if (streamArn === undefined) throw new Error("The table has no stream");

    const { lambda } = new ServiceFunction(this, file, resources);
    const read = Grant.addToPrincipal({
      grantee: lambda,
      actions: [
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
      ],
      resourceArns: [streamArn],
    });
    const deadLetters = new DeadLetters(this, file);
    acknowledge(deadLetters, "dead-letters-of-a-stream");
    const mapping = new EventSourceMapping(this, "mapping", {
      target: lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual("INSERT"),
          dynamodb: {
            Keys: {
              pk: { S: FilterRule.beginsWith(prefix) },
              ...(sortPrefix === undefined ? {} : { sk: { S: FilterRule.beginsWith(sortPrefix) } }),
            },
          },
        }),
      ],
      batchSize: 25,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // A bad record may hold up its shard for minutes, not for the day that the stream keeps it.
      retryAttempts: 8,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(deadLetters),
    });
    read.applyBefore(mapping);
  }
}
