import { administrations } from "../../shared/contract/administrations.ts";
import { clock, newId, randomBytes, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { creating } from "./administrations/creating.ts";
import { keepingContactPoints } from "./administrations/keeping-contact-points.ts";
import { leaving } from "./administrations/leaving.ts";
import { managing } from "./administrations/managing.ts";
import { signingIn } from "./administrations/signing-in.ts";

const store = recordStore();

export const handler = serve(
  administrations,
  {
    ...signingIn({ store }),
    ...managing({ store }),
    ...creating({ store, randomBytes }),
    ...leaving({ store }),
    ...keepingContactPoints({ store }),
  },
  { store, clock, newId },
);
