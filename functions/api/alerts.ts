import { alerts } from "../../shared/contract/alerts.ts";
import { clock, newId, randomBytes, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { acknowledging } from "./alerts/acknowledging.ts";
import { drafting } from "./alerts/drafting.ts";
import { reading } from "./alerts/reading.ts";
import { releasing } from "./alerts/releasing.ts";
import { reviewing } from "./alerts/reviewing.ts";

const store = recordStore();

export const handler = serve(
  alerts,
  {
    ...drafting({ store }),
    ...releasing({ store, randomBytes }),
    ...reviewing({ store }),
    ...reading({ store }),
    ...acknowledging({ store }),
  },
  { store, clock, newId },
);
