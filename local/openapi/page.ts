import type { Noun } from "../../shared/contract/endpoint.ts";
import { nouns } from "../../shared/contract/nouns.ts";
import { whoMay } from "./access.ts";
import { conventions } from "./conventions.ts";
import { subjects } from "./document.ts";

/** `systemAccounts` as a heading: System accounts. */
const heading = (noun: string): string => {
  const words = noun.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

const table = (noun: Noun): string =>
  [
    "| Request | Who may | What |",
    "|---|---|---|",
    ...Object.values(noun).map(
      ({ method, path, access, summary }) => `| \`${method} ${path}\` | ${whoMay(access)} | ${summary} |`,
    ),
  ].join("\n");

/** The API on one page, for people. */
export const apiPage = (): string =>
  [
    "# The hosted API",
    "<!-- Written by `npm run openapi` from shared/contract. -->",
    conventions,
    "The whole of it, with every field and every answer, is `GET /v1/openapi.json` (OpenAPI 3.1).",
    ...Object.entries(nouns as Readonly<Record<string, Noun>>).map(
      ([name, noun]) =>
        `## ${heading(name)}\n\n${(subjects as Readonly<Record<string, string>>)[name]}\n\n${table(noun)}`,
    ),
  ]
    .join("\n\n")
    .concat("\n");
