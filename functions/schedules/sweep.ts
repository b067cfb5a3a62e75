import { clock, queues, recordStore } from "../runtime/dependencies.ts";
import { dispatching } from "../streams/dispatch/dispatching.ts";
import { sweeping } from "./sweep/sweeping.ts";

const store = recordStore();
const sweep = sweeping({ store, ...dispatching({ store, queues: queues() }) });

export const handler = async (): Promise<void> => sweep(clock());
