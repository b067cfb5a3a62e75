import { memoryRecordStore } from "../../shared/adapters/memory/record-store.ts";
import { service } from "../../shared/contract/service.ts";
import { terms } from "../../shared/reference/terms.ts";
import { clock, newId } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";

/** These answers need no table; the runtime is given an empty store. */
export const handler = serve(
  service,
  {
    health: async () => ({ body: { status: "ok" } }),
    terms: async () => ({ body: terms }),
  },
  { store: memoryRecordStore(), clock, newId },
);
