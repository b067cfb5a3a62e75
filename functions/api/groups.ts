import { groups } from "../../shared/contract/groups.ts";
import { clock, newId, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { reading } from "./groups/reading.ts";

const store = recordStore();

export const handler = serve(groups, reading({ store }), { store, clock, newId });
