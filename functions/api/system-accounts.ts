import { systemAccounts } from "../../shared/contract/system-accounts.ts";
import { clock, newId, recordStore, systemClients } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { ending } from "./system-accounts/ending.ts";
import { issuing } from "./system-accounts/issuing.ts";
import { listing } from "./system-accounts/listing.ts";

const dependencies = { store: recordStore(), systemClients: systemClients() };

export const handler = serve(
  systemAccounts,
  { ...listing(dependencies), ...issuing(dependencies), ...ending(dependencies) },
  { store: dependencies.store, clock, newId },
);
