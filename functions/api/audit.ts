import { nodeCryptography } from "../../shared/adapters/crypto/cryptography.ts";
import { audit } from "../../shared/contract/audit.ts";
import { clock, newId, recordStore, vault } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { listingActors } from "./audit/listing-actors.ts";
import { reading } from "./audit/reading.ts";
import { verifying } from "./audit/verifying.ts";

const store = recordStore();

export const handler = serve(
  audit,
  {
    ...reading({ store }),
    ...listingActors({ store }),
    ...verifying({ store, vault: vault(), cryptography: nodeCryptography }),
  },
  { store, clock, newId },
);
