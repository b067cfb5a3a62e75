import { readFile } from "node:fs/promises";
import { reference } from "../../shared/contract/reference.ts";
import { clock, newId, recordStore } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { referring } from "./reference/referring.ts";

const store = recordStore();
/** The large lists lie beside the bundle (infra/functions.ts, `data`), read by the first who asks for them. */
const readData = (name: string) => readFile(new URL(`./${name}.json`, import.meta.url), "utf8");

export const handler = serve(reference, referring({ readData }), { store, clock, newId });
