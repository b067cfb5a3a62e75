import { streamHandler } from "../runtime/batch.ts";
import { queues, recordStore } from "../runtime/dependencies.ts";
import { dispatching } from "./dispatch/dispatching.ts";

const { dispatchAt } = dispatching({ store: recordStore(), queues: queues() });

export const handler = streamHandler(dispatchAt);
