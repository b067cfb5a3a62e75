import { registrations } from "../../shared/contract/registrations.ts";
import { clock, codeKey, newId, randomBytes, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { applying } from "./registrations/applying.ts";
import { deciding } from "./registrations/deciding.ts";

const store = recordStore();
const dependencies = { store, codes: codeKey(), randomBytes };

export const handler = serve(
  registrations,
  { ...applying(dependencies), ...deciding(dependencies) },
  { store, clock, newId },
);
