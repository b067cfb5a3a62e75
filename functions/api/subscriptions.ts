import { subscriptions } from "../../shared/contract/subscriptions.ts";
import { clock, codeKey, newId, recordStore, topics } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { confirming } from "./subscriptions/confirming.ts";
import { subscribing } from "./subscriptions/subscribing.ts";

const store = recordStore();

export const handler = serve(
  subscriptions,
  { ...subscribing({ store }), ...confirming({ store, codes: codeKey(), topics: topics() }) },
  {
    store,
    clock,
    newId,
  },
);
