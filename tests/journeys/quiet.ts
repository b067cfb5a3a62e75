import { SQSClient } from "@aws-sdk/client-sqs";
import { emulatorClient } from "../../local/environment.ts";
import { untilQuiet } from "../../local/seed/until-quiet.ts";
import { store, system } from "./system.ts";

/** Nothing waits in the outbox or for a hand-over: what follows is not slowed down by what went before. */
export const quiet = async (): Promise<void> => {
  await untilQuiet(store, new SQSClient(emulatorClient(system.awsEndpoint, system.caFile)));
};
