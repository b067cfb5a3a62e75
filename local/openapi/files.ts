import { openApiDocument } from "./document.ts";
import { apiPage } from "./page.ts";

/** What is written from the contract and checked in, by path from the repository's root. */
export const descriptionFiles = (): Readonly<Record<string, string>> => ({
  "shared/contract/openapi.json": `${JSON.stringify(openApiDocument(), null, 2)}\n`,
  "docs/api.md": apiPage(),
});
