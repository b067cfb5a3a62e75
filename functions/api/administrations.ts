import { administrations } from "../../shared/contract/administrations.ts";
import { clock, newId, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { managing } from "./administrations/managing.ts";
import { signingIn } from "./administrations/signing-in.ts";

const store = recordStore();

export const handler = serve(
  administrations,
  { ...signingIn({ store }), ...managing({ store }) },
  { store, clock, newId },
);
