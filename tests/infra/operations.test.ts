import { expect, test } from "vitest";
import { deadLetterName, deployedName, functions, hasDeadLetters } from "../../infra/functions.ts";
import { METRICS, UNSEALED_TRAILS } from "../../shared/names.ts";
import { exchange } from "./exchange.ts";

const { stacks, resources, app } = exchange({ operatorMail: "operator@customs.example" });
const alarms = resources("AWS::CloudWatch::Alarm").map(({ properties }) => properties);

test("each function's errors and dead letters raise an alarm that says what it means for people", () => {
  const watched = functions.flatMap((definition) => [
    [deployedName(definition.file), definition.purpose],
    ...(hasDeadLetters(definition) ? [[deadLetterName(definition.file), definition.purpose]] : []),
  ]);
  expect(alarms).toHaveLength(watched.length + 1);
  for (const [name, purpose] of watched) {
    const alarm = alarms.find(({ Dimensions }) => Dimensions?.[0]["Value"] === name);
    expect(alarm?.["AlarmDescription"]).toContain(purpose);
    expect(alarm?.["AlarmDescription"]).toContain("docs/operate.md");
    expect(alarm?.["AlarmActions"]).toHaveLength(1);
  }
});

test("an audit entry that is unsealed for a minute raises an alarm, and so does a sweep that no longer looks", () => {
  expect(alarms).toContainEqual(
    expect.objectContaining({
      Namespace: METRICS,
      MetricName: UNSEALED_TRAILS,
      Threshold: 0,
      ComparisonOperator: "GreaterThanThreshold",
      TreatMissingData: "breaching",
    }),
  );
});

test("the operator is told by mail, from a topic that no function of the exchange may publish to", () => {
  expect(resources("AWS::SNS::Subscription").map(({ properties }) => properties)).toEqual([
    expect.objectContaining({ Protocol: "email", Endpoint: "operator@customs.example" }),
  ]);
  const [topic] = resources("AWS::SNS::Topic");
  expect(topic?.properties["TopicName"]).not.toMatch(/^ipr-cencomm-/);
});

test("what is watched can be changed and removed without the watching", () => {
  app.synth();
  expect(stacks.operations.dependencies).toEqual([]);
});
