import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deadLetterName, type FunctionDefinition, functions, hasDeadLetters } from "../../infra/functions.ts";
import { root } from "./exchange.ts";

const page = readFileSync(join(root, "docs/operate.md"), "utf8");

test("the operator's page says of each function what its failure means and where its dead letters are", () => {
  const line = (definition: FunctionDefinition) => {
    const place = hasDeadLetters(definition) ? `\`${deadLetterName(definition.file)}\`` : "–";
    return `| \`${definition.file}\` | ${definition.purpose} | ${place} |`;
  };
  const lines = page.split("\n").filter((each) => /^\| `(authorizer|\w+\/)/.test(each));
  expect(lines).toEqual(functions.map(line));
});

test("the operator's page names every choice of a deployment", () => {
  const settings = readFileSync(join(root, "infra/settings.ts"), "utf8");
  const choices = [...settings.matchAll(/text\(node, "(\w+)"\)/g)].map(([, name]) => name);
  expect(choices).toContain("mailSender");
  for (const name of choices) if (name !== "environment") expect(page).toContain(`| \`${name}\` |`);
});
