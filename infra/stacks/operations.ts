import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { METRICS, UNSEALED_TRAILS } from "../../shared/names.ts";
import {
  deadLetterName,
  deployedName,
  type FunctionDefinition,
  functionOf,
  functions,
  hasDeadLetters,
} from "../functions.ts";
import type { Settings } from "../settings.ts";

/**
 * Tells the operator what stopped for people. It watches by names alone, so that it imports from no stack and can be
 * changed or removed without any of them.
 */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { operatorMail }: Settings) {
    super(scope, id, { description: "IPR CENcomm: alarms" });
    // Not of the exchange's own topics, which its functions may publish to.
    const topic = new Topic(this, "alarms", { topicName: "iprcencomm-alarms", enforceSSL: true });
    if (operatorMail !== undefined) topic.addSubscription(new EmailSubscription(operatorMail));
    const tell = new SnsAction(topic);

    const watchOver = (
      { file, purpose }: Pick<FunctionDefinition, "file" | "purpose">,
      what: string,
      because: string,
      metric: Metric,
      missing = TreatMissingData.NOT_BREACHING,
    ) => {
      const alarm = new Alarm(this, `${file.replaceAll("/", "-")}-${what}`, {
        alarmName: `${deployedName(file)}-${what}`,
        alarmDescription: `${purpose} ${because} docs/operate.md says what to do.`,
        metric,
        threshold: 0,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: missing,
      });
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
    };

    watchOver(
      functionOf("streams/index"),
      "unsealed",
      "An audit entry was unsealed for over a minute, or nobody looked.",
      new Metric({
        namespace: METRICS,
        metricName: UNSEALED_TRAILS,
        statistic: "Maximum",
        period: Duration.minutes(5),
      }),
      // The sweep tells it every minute: silence means that it does not run.
      TreatMissingData.BREACHING,
    );

    for (const definition of functions) {
      const { file } = definition;
      const watch = (what: string, because: string, metric: Metric) =>
        watchOver(definition, what, because, metric);
      watch(
        "errors",
        "The function failed within the last five minutes.",
        new Metric({
          namespace: "AWS/Lambda",
          metricName: "Errors",
          dimensionsMap: { FunctionName: deployedName(file) },
          statistic: "Sum",
          period: Duration.minutes(5),
        }),
      );
      if (hasDeadLetters(definition))
        watch(
          "dead-letters",
          "Work was given up and waits in the dead-letter queue.",
          new Metric({
            namespace: "AWS/SQS",
            metricName: "ApproximateNumberOfMessagesVisible",
            dimensionsMap: { QueueName: deadLetterName(file) },
            statistic: "Maximum",
            period: Duration.minutes(5),
          }),
        );
    }
  }
}
