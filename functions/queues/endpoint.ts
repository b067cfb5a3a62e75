import { EndpointWork } from "../../shared/domain/outbox.ts";
import { queueHandler } from "../runtime/batch.ts";
import { codeKey, recordStore, topics } from "../runtime/dependencies.ts";
import { confirmingEndpoints } from "./endpoint/confirming-endpoints.ts";

export const handler = queueHandler(
  EndpointWork,
  confirmingEndpoints({ store: recordStore(), topics: topics(), codes: codeKey() }),
);
