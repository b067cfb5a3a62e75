import { users } from "../../shared/contract/users.ts";
import { clock, newId, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { assisting } from "./users/assisting.ts";
import { confirming } from "./users/confirming.ts";
import { disclosing } from "./users/disclosing.ts";
import { importing } from "./users/importing.ts";
import { introducing } from "./users/introducing.ts";
import { managing } from "./users/managing.ts";
import { removing } from "./users/removing.ts";
import { renewing } from "./users/renewing.ts";

const store = recordStore();

export const handler = serve(
  users,
  {
    ...introducing({ store }),
    ...managing({ store }),
    ...renewing({ store }),
    ...removing({ store }),
    ...confirming({ store }),
    ...disclosing({ store }),
    ...importing({ store }),
    ...assisting({ store }),
  },
  { store, clock, newId },
);
