import * as z from "zod/mini";
import type { Noun } from "./endpoint.ts";

/** Which terms an applicant accepts. */
export const Terms = z.object({
  version: z.string(),
  text: z.record(z.string(), z.array(z.string())).check(z.describe("Paragraphs by language")),
});

export const service = {
  health: {
    method: "GET",
    path: "/v1/health",
    summary: "Tell whether the exchange answers",
    access: "public",
    status: 200,
    response: z.object({ status: z.literal("ok") }),
  },
  terms: {
    method: "GET",
    path: "/v1/terms",
    summary: "Show the terms that an administration accepts when it applies",
    access: "public",
    status: 200,
    response: Terms,
    cacheable: 300,
  },
  openapi: {
    method: "GET",
    path: "/v1/openapi.json",
    summary: "Describe this API (OpenAPI 3.1)",
    access: "public",
    status: 200,
    response: z.record(z.string(), z.unknown()).check(z.describe("An OpenAPI 3.1 document")),
    versioned: true,
    cacheable: 300,
  },
} as const satisfies Noun;
