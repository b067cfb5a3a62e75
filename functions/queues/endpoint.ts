import { EndpointWork } from "../../shared/domain/outbox.ts";
import { queueHandler } from "../runtime/batch.ts";
import { codeKey, recordStore, topics } from "../runtime/dependencies.ts";
import { confirmingEndpoints } from "./endpoint/confirming-endpoints.ts";
import { removingEndpoints } from "./endpoint/removing-endpoints.ts";

const dependencies = { store: recordStore(), topics: topics(), codes: codeKey() };
const confirm = confirmingEndpoints(dependencies);
const remove = removingEndpoints(dependencies);

export const handler = queueHandler(EndpointWork, (work) =>
  work.kind === "remove-endpoint" ? remove(work) : confirm(work),
);
