import { attachments } from "../../shared/contract/attachments.ts";
import { attachmentFiles, clock, newId, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { announcing } from "./attachments/announcing.ts";
import { completing } from "./attachments/completing.ts";
import { removing } from "./attachments/removing.ts";
import { showing } from "./attachments/showing.ts";

const store = recordStore();
const files = attachmentFiles();

export const handler = serve(
  attachments,
  {
    ...announcing({ store, files }),
    ...completing({ store, files }),
    ...showing({ store, files }),
    ...removing({ store, files }),
  },
  { store, clock, newId },
);
