import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { deadLetterName, deployedName, functions, hasDeadLetters } from "../functions.ts";
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

    for (const definition of functions) {
      const { file, purpose } = definition;
      const watch = (what: string, because: string, metric: Metric) => {
        const alarm = new Alarm(this, `${file.replaceAll("/", "-")}-${what}`, {
          alarmName: `${deployedName(file)}-${what}`,
          alarmDescription: `${purpose} ${because} docs/operate.md says what to do.`,
          metric,
          threshold: 0,
          comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
          evaluationPeriods: 1,
          treatMissingData: TreatMissingData.NOT_BREACHING,
        });
        alarm.addAlarmAction(tell);
        alarm.addOkAction(tell);
      };
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
