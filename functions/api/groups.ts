import { groups } from "../../shared/contract/groups.ts";
import { clock, newId, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { admitting } from "./groups/admitting.ts";
import { managing } from "./groups/managing.ts";
import { reading } from "./groups/reading.ts";

const store = recordStore();

export const handler = serve(
  groups,
  { ...reading({ store }), ...managing({ store }), ...admitting({ store }) },
  { store, clock, newId },
);
