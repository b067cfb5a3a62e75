import * as z from "zod/mini";
import { administrationKinds } from "../domain/administration.ts";
import { AdministrationCode, Id } from "../domain/identifiers.ts";
import { LanguageTag } from "../domain/language.ts";
import { actions, Scope } from "../domain/permissions.ts";
import { TimeZone } from "../domain/time-zone.ts";
import type { Noun } from "./endpoint.ts";
import { UserView } from "./user-view.ts";

const whoever = {
  administration: z.object({ code: AdministrationCode, name: z.string(), kind: z.enum(administrationKinds) }),
  groups: z.array(z.string()),
  may: z
    .array(z.enum(actions))
    .check(z.describe("Every action of the permissions table that is open to the caller")),
};

export const Me = z.object({
  user: UserView,
  language: z.optional(LanguageTag),
  timeZone: z.optional(
    TimeZone.check(z.describe("In which times are shown to the person; absent: the device's")),
  ),
  ...whoever,
});
export type Me = z.infer<typeof Me>;

export const SystemMe = z.object({
  systemAccount: z.object({
    id: Id,
    name: z.string(),
    scopes: z
      .array(Scope)
      .check(
        z.describe(
          "Those of the account that the token was got for; fewer than it has where fewer were asked for",
        ),
      ),
  }),
  ...whoever,
});

/** Who calls. Apart from what is done to people: every page of the console asks for it, few for them. */
export const oneself = {
  me: {
    method: "GET",
    path: "/v1/me",
    summary: "Tell who calls, a person or a system account, and what they may do",
    access: "signed-in",
    status: 200,
    response: z.union([Me, SystemMe]),
    versioned: true,
  },
  updateMe: {
    method: "PATCH",
    path: "/v1/me",
    summary: "Choose one's own language and time zone, or leave them open again with null",
    access: "signed-in",
    conditional: true,
    body: z.strictObject({
      language: z.optional(z.nullable(LanguageTag)),
      timeZone: z.optional(z.nullable(TimeZone)),
    }),
    status: 200,
    response: Me,
    refusals: ["stale"],
  },
} as const satisfies Noun;
