import * as z from "zod/mini";
import { GroupId } from "../domain/group.ts";
import { AdministrationCode } from "../domain/identifiers.ts";
import { suggestionReasons } from "../domain/suggested-audience.ts";
import { byId } from "./common.ts";
import type { Noun } from "./endpoint.ts";

export const suggestion = {
  suggestedAudience: {
    method: "GET",
    path: "/v1/alerts/{id}/suggested-audience",
    summary:
      "Suggest to the author which members of the group an alert concerns, by its route, place and origin",
    access: "alerts.draft",
    params: byId,
    status: 200,
    response: z.object({
      group: GroupId,
      items: z.array(
        z.object({
          administration: AdministrationCode,
          reasons: z
            .array(z.enum(suggestionReasons))
            .check(z.describe("What the administration's country is to the alert")),
        }),
      ),
    }),
    refusals: ["forbidden"],
  },
} as const satisfies Noun;
