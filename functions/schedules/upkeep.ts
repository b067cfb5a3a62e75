import { recordStore } from "../runtime/dependencies.ts";
import { upkeeping } from "./upkeep/upkeeping.ts";

export const handler = upkeeping({ store: recordStore(), tasks: [] });
