import { HandOver } from "../../shared/domain/outbox.ts";
import { queueHandler } from "../runtime/batch.ts";
import { clock, newId, recordStore, topics } from "../runtime/dependencies.ts";
import { environment } from "../runtime/environment.ts";
import { handingOver } from "./hand-over/handing-over.ts";

export const handler = queueHandler(
  HandOver,
  handingOver({
    store: recordStore(),
    topics: topics(),
    consoleUrl: environment("consoleUrl"),
    clock,
    newId,
  }),
);
