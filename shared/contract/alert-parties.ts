import * as z from "zod/mini";
import { Instant } from "../domain/identifiers.ts";
import { Parties, PartiesInput } from "../domain/parties.ts";
import { byId } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** Who an alert names, to those who may know it. */
export const PartiesView = z.object({
  version: Parties.shape.version.check(z.describe("0 where nobody is named")),
  parties: Parties.shape.parties,
  readers: z
    .optional(Parties.shape.readers)
    .check(z.describe("To the author's administration: who may read it, too")),
  heldUntil: z
    .optional(Instant)
    .check(z.describe("To the author's administration: held for proceedings, so that none can be erased")),
  changedAt: z.optional(Parties.shape.changedAt),
});
export type PartiesView = z.infer<typeof PartiesView>;

const path = "/v1/alerts/{id}/parties";

export const alertParties = {
  parties: {
    method: "GET",
    path,
    summary:
      "Read which persons and companies an alert names; every reading is recorded, and without the right there are none",
    access: "alerts.read-parties",
    params: byId,
    status: 200,
    response: PartiesView,
  },
  replaceParties: {
    method: "PUT",
    path,
    summary:
      "Say which persons and companies an alert names and who may read it; changing that needs If-Match",
    access: "alerts.write-parties",
    params: byId,
    conditional: "once-made",
    body: PartiesInput,
    status: 200,
    response: PartiesView,
    refusals: ["conflict"],
  },
  removeParties: {
    method: "DELETE",
    path,
    summary: "Erase which persons and companies an alert names, with every earlier version",
    access: "alerts.write-parties",
    params: byId,
    conditional: true,
    status: 204,
    refusals: ["conflict"],
  },
} as const satisfies Noun;
