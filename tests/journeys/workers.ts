import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { deployedName, type FunctionFile } from "../../infra/functions.ts";
import { emulatorClient } from "../../local/environment.ts";
import { directory, system } from "./system.ts";

/** The emulator runs each instance of a function in a process of its own, unpacked below its deployment's directory. */
const unpacked = join(directory, "emulator", "tmp");

/** Instances of a function of this deployment, and of no other one on the machine. */
const instances = (file: FunctionFile): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return command.some((word) =>
          word.startsWith(join(unpacked, `ministack-lambda-${deployedName(file)}-`)),
        );
      } catch {
        // It ended between the two looks.
        return false;
      }
    })
    .map(Number);

/** Kills every running instance of a function as nothing can prevent; answers with how many there were. */
export const kill = (file: FunctionFile): number =>
  instances(file).filter((pid) => {
    try {
      process.kill(pid, "SIGKILL");
      return true;
    } catch {
      return false;
    }
  }).length;

const sqs = new SQSClient(emulatorClient(system.awsEndpoint, system.caFile));

/**
 * A message whose worker was killed is given again when its visibility timeout is over: minutes, on purpose, in the
 * deployment. Here it is made shorter while something is tried; which messages are given again stays the same.
 */
export const givenAgainAfter = async <T>(
  file: FunctionFile,
  seconds: number,
  work: () => Promise<T>,
): Promise<T> => {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: deployedName(file) }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["VisibilityTimeout"] }),
  );
  const set = (VisibilityTimeout: string) =>
    sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout } }));
  await set(String(seconds));
  try {
    return await work();
  } finally {
    await set(Attributes?.VisibilityTimeout ?? "120");
  }
};
