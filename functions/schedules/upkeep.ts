import { clock, newId, recordStore, systemClients } from "../runtime/dependencies.ts";
import { retiringClients } from "./upkeep/retiring-clients.ts";
import { upkeeping } from "./upkeep/upkeeping.ts";

const store = recordStore();

export const handler = upkeeping({
  store,
  tasks: [retiringClients({ store, systemClients: systemClients(), clock, newId })],
});
