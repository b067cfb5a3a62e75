import * as z from "zod/mini";
import { Id, Instant } from "../domain/identifiers.ts";
import { Scope } from "../domain/permissions.ts";
import { OfferedScope, overlapDays, SystemAccountPurpose, SystemClient } from "../domain/system-account.ts";
import { byId, pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

export const SystemAccountView = z.object({
  id: Id,
  name: z.string(),
  purpose: z.string(),
  scopes: z.array(Scope),
  tokenEndpoint: z
    .url()
    .check(
      z.describe(
        "Where a client id and its secret are exchanged for an access token (OAuth 2.0 client credentials, RFC 6749 section 4.4)",
      ),
    ),
  clients: z
    .array(SystemClient)
    .check(
      z.describe(
        "The newest last. One with an `endsAt` was rotated out: it is refused from then on, and then forgotten",
      ),
    ),
  createdBy: Id,
  createdAt: Instant,
  changedAt: Instant,
  deletedAt: z.optional(
    Instant.check(
      z.describe(
        "Refused for good; kept so that the audit trail's entries still have a name, and in no list",
      ),
    ),
  ),
});
export type SystemAccountView = z.infer<typeof SystemAccountView>;

/** An account with its new secret. */
export const SystemAccountMade = z.object({
  ...SystemAccountView.shape,
  credentials: z.optional(
    z
      .object({ clientId: z.string(), clientSecret: z.string() })
      .check(z.describe("In the first answer alone: it is not kept, and a repeated request has none")),
  ),
});
export type SystemAccountMade = z.infer<typeof SystemAccountMade>;

export const systemAccounts = {
  list: {
    method: "GET",
    path: "/v1/system-accounts",
    summary: "List the own administration's system accounts, with the last use of each secret",
    access: "system-accounts.manage",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(SystemAccountView),
  },
  create: {
    method: "POST",
    path: "/v1/system-accounts",
    summary: "Make an account for a system of the own administration; its secret is in this answer alone",
    access: "system-accounts.manage",
    body: z.strictObject({
      ...SystemAccountPurpose.shape,
      scopes: z.array(OfferedScope).check(
        z.minLength(1, "Give the account at least one scope."),
        z.refine((given) => new Set(given).size === given.length, "Name each scope once."),
      ),
    }),
    status: 201,
    response: SystemAccountMade,
    refusals: ["conflict"],
  },
  get: {
    method: "GET",
    path: "/v1/system-accounts/{id}",
    summary: "Show a system account of the own administration",
    access: "system-accounts.manage",
    params: byId,
    status: 200,
    response: SystemAccountView,
    versioned: true,
  },
  rotate: {
    method: "POST",
    path: "/v1/system-accounts/{id}/rotate",
    summary:
      "Give a system account another secret, in this answer alone; those of before stay good for the days named",
    access: "system-accounts.manage",
    params: byId,
    conditional: true,
    body: z.strictObject({
      overlapDays: z._default(
        z
          .int("Write whole days.")
          .check(
            z.minimum(overlapDays.least, "With 0 days, the secrets of before end at once."),
            z.maximum(overlapDays.most, `Secrets of before stay good for at most ${overlapDays.most} days.`),
          ),
        overlapDays.default,
      ),
    }),
    status: 200,
    response: SystemAccountMade,
  },
  remove: {
    method: "DELETE",
    path: "/v1/system-accounts/{id}",
    summary: "Delete a system account: refused from its next request on, with every token and secret it has",
    access: "system-accounts.manage",
    params: byId,
    conditional: true,
    status: 204,
    refusals: ["conflict"],
  },
} as const satisfies Noun;
