import { service } from "../../shared/contract/service.ts";
import { terms } from "../../shared/reference/terms.ts";
import { clock, newId } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";

/** What the exchange says about itself. */
export const handler = serve(
  service,
  {
    health: async () => ({ body: { status: "ok" } }),
    terms: async () => ({ body: terms }),
  },
  { clock, newId },
);
