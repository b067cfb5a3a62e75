import { contactPoints } from "../../shared/contract/contact-points.ts";
import { clock, newId, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { reading } from "./contact-points/reading.ts";

const store = recordStore();

export const handler = serve(contactPoints, reading({ store }), { store, clock, newId });
