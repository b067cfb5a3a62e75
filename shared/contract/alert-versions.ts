import * as z from "zod/mini";
import { AlertContent } from "../domain/alert.ts";
import { AlertChange } from "../domain/alert-change.ts";
import { Id, Instant } from "../domain/identifiers.ts";
import { byId } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** One version, and why there is it. */
const VersionLine = z.object({
  ...AlertChange.shape,
  version: z.int(),
  at: Instant,
  /** Of the own administration alone, as the person is called now. */
  by: z.optional(Id),
  byName: z.optional(z.string()),
});

const VersionView = z.object({
  ...VersionLine.shape,
  content: AlertContent,
  changes: z
    .array(
      z.object({
        pointer: z
          .string()
          .check(z.describe("JSON Pointer into this version; of what was left out, into the one before")),
        before: z.optional(z.unknown()),
        after: z.optional(z.unknown()),
      }),
    )
    .check(z.describe("Field by field against the version before; empty for the first")),
});

export const versions = {
  versions: {
    method: "GET",
    path: "/v1/alerts/{id}/versions",
    summary: "List the versions of a released alert, the newest first, with why there is each",
    access: "alerts.read",
    params: byId,
    status: 200,
    response: z.object({ items: z.array(VersionLine) }),
    refusals: ["conflict"],
    versioned: true,
  },
  version: {
    method: "GET",
    path: "/v1/alerts/{id}/versions/{version}",
    summary: "Read one version of a released alert, and what it changed field by field",
    access: "alerts.read",
    params: z.strictObject({
      ...byId.shape,
      version: z.coerce
        .number()
        .check(z.int("A version is a whole number."), z.minimum(1, "The first version is 1.")),
    }),
    status: 200,
    response: VersionView,
    refusals: ["conflict"],
    versioned: true,
  },
} as const satisfies Noun;
