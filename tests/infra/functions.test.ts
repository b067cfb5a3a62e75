import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deadLetterName, deployedName, functions, hasDeadLetters } from "../../infra/functions.ts";
import { variables } from "../../shared/names.ts";
import { exchange, root } from "./exchange.ts";

const { resources } = exchange();

const files = functions.map(({ file }) => file);

/** What stands directly in a folder of triggers; a handler's own parts stand in a folder beside it. */
const handlersIn = (folder: string): readonly string[] => {
  const path = join(root, "functions", folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name.replace(/\.ts$/, "")));
};

test("every line has its handler, and every handler its line", () => {
  const handlers = [".", "api", "live", "streams", "queues", "schedules"].flatMap(handlersIn);
  expect([...handlers].sort()).toEqual([...files].sort());
});

test("every line is deployed once, on the runtime and processor that the code is built for", () => {
  const deployed = resources("AWS::Lambda::Function").filter(
    ({ properties }) => "FunctionName" in properties,
  );
  expect(deployed.map(({ properties }) => properties["FunctionName"]).sort()).toEqual(
    files.map(deployedName).sort(),
  );
  for (const { properties } of deployed)
    expect(properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      TracingConfig: { Mode: "Active" },
      LoggingConfig: { LogFormat: "JSON" },
    });
});

test("a function is told what its line says, and what it is told is a value", () => {
  const deployed = resources("AWS::Lambda::Function");
  for (const definition of functions) {
    const { properties } =
      deployed.find((each) => each.properties["FunctionName"] === deployedName(definition.file)) ?? {};
    const told: Readonly<Record<string, unknown>> = properties["Environment"]?.["Variables"] ?? {};
    expect(Object.keys(told).sort()).toEqual(definition.variables.map((each) => variables[each]).sort());
    for (const value of Object.values(told)) expect(value).toBeTruthy();
  }
});

test("what nobody waits for has a place for what failed, kept for two weeks and for TLS alone", () => {
  const queues = resources("AWS::SQS::Queue").filter(({ properties }) =>
    /-dead$/.test(properties["QueueName"]),
  );
  expect(queues.map(({ properties }) => properties["QueueName"]).sort()).toEqual(
    functions
      .filter(hasDeadLetters)
      .map(({ file }) => deadLetterName(file))
      .sort(),
  );
  for (const { properties } of queues)
    expect(properties).toMatchObject({
      MessageRetentionPeriod: 14 * 24 * 60 * 60,
      SqsManagedSseEnabled: true,
    });
});

test("streams, queues and schedules hand what failed to their dead letters", () => {
  const mappings = resources("AWS::Lambda::EventSourceMapping").map(({ properties }) => properties);
  const ofStreams = mappings.filter((each) => "StartingPosition" in each);
  expect(ofStreams).toHaveLength(2);
  for (const each of ofStreams) expect(each["DestinationConfig"]["OnFailure"]["Destination"]).toBeDefined();

  const work = resources("AWS::SQS::Queue").filter(
    ({ properties }) => !/-dead$/.test(properties["QueueName"]),
  );
  expect(work).toHaveLength(mappings.length - ofStreams.length);
  for (const { properties } of work) expect(properties["RedrivePolicy"]["maxReceiveCount"]).toBe(5);

  const rules = resources("AWS::Events::Rule").flatMap(({ properties }) => properties["Targets"]);
  expect(rules).toHaveLength(functions.filter(({ trigger }) => "everyMinutes" in trigger).length);
  for (const target of rules) expect(target["DeadLetterConfig"]["Arn"]).toBeDefined();
});

test("a killed hand-over is given to another function within two minutes, and never while the first may still run", () => {
  for (const { file, trigger, ...rest } of functions) {
    if (!("queue" in trigger) || !("timeoutSeconds" in rest)) continue;
    const { properties } =
      resources("AWS::SQS::Queue").find((each) => each.properties["QueueName"] === deployedName(file)) ?? {};
    expect(properties["VisibilityTimeout"]).toBe(6 * rest.timeoutSeconds);
    if (file === "queues/hand-over") expect(properties["VisibilityTimeout"]).toBeLessThanOrEqual(120);
  }
});
