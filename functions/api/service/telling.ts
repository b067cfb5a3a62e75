import { createHash } from "node:crypto";
import description from "../../../shared/contract/openapi.json" with { type: "json" };
import type { service } from "../../../shared/contract/service.ts";
import { terms } from "../../../shared/reference/terms.ts";
import type { Read } from "../../runtime/request.ts";

type Contract = typeof service;

/** What the exchange says about itself. */
export const telling = () => {
  // Written from the contract by `npm run openapi`, so that no generator is deployed.
  const version = createHash("sha256").update(JSON.stringify(description)).digest("base64url").slice(0, 16);

  const health: Read<Contract["health"]> = async () => ({ body: { status: "ok" } });
  const showTerms: Read<Contract["terms"]> = async () => ({ body: terms });
  const openapi: Read<Contract["openapi"]> = async () => ({ body: description, etag: version });

  return { health, terms: showTerms, openapi };
};
