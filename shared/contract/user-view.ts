import * as z from "zod/mini";
import { Id, Instant } from "../domain/identifiers.ts";
import { Role } from "../domain/permissions.ts";
import { disablingReasons, userStates } from "../domain/user.ts";

/** A person as the own administration sees them. */
export const UserView = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  state: z.enum(userStates),
  revision: z.int().check(z.describe("Sent as If-Match, it names what a list showed")),
  createdAt: Instant,
  changedAt: Instant,
  lastSeenAt: z.optional(
    Instant.check(z.describe("Of the last request, to the hour; absent before the first sign-in")),
  ),
  confirmedAt: z.optional(
    Instant.check(
      z.describe(
        "When a contact point last said that the person is still entitled; absent since the invitation",
      ),
    ),
  ),
  confirmBy: z.optional(
    Instant.check(z.describe("By when a contact point is to say so again; absent of somebody disabled")),
  ),
  disabledBecause: z.optional(z.enum(disablingReasons)),
  compromisedSince: z.optional(
    Instant.check(z.describe("From this time on the account may have been in other hands")),
  ),
  deletedAt: z.optional(
    Instant.check(
      z.describe(
        "Disabled for good; kept so that the audit trail's entries still have a name, and in no list",
      ),
    ),
  ),
});
export type UserView = z.infer<typeof UserView>;
