import { clock, newId, recordStore, systemClients } from "../runtime/dependencies.ts";
import { disablingUnused } from "./upkeep/disabling-unused.ts";
import { lettingGo } from "./upkeep/letting-go.ts";
import { recertifying } from "./upkeep/recertifying.ts";
import { remindingContactPoints } from "./upkeep/reminding-contact-points.ts";
import { retiringClients } from "./upkeep/retiring-clients.ts";
import { upkeeping } from "./upkeep/upkeeping.ts";

const store = recordStore();
const people = { store, clock, newId };

export const handler = upkeeping({
  store,
  tasks: [
    disablingUnused(people),
    recertifying(people),
    remindingContactPoints(people),
    lettingGo(people),
    retiringClients({ store, systemClients: systemClients(), clock, newId }),
  ],
});
