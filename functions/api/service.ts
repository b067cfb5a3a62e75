import { service } from "../../shared/contract/service.ts";
import { serve } from "../runtime/serve.ts";
import { clock, newId } from "../runtime/surroundings.ts";
import { telling } from "./service/telling.ts";

export const handler = serve(service, telling(), { clock, newId });
