import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chainFaults } from "../../../shared/domain/audit-chain.ts";
import { permissions } from "../../../shared/domain/permissions.ts";

const root = join(import.meta.dirname, "../../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name);

const words = read("web/src/pages/audit/action-words.ts");
const worded = new Set(namesIn(words, /^ {2}"([a-z-]+\.[a-z-]+)": msg/gm));
const nouns = new Set(namesIn(words, /^ {2}"?([a-z-]+)"?: \{ title/gm));

test("every action that the exchange records has words in the console", () => {
  const sources = globSync(["functions/**/*.ts", "shared/adapters/**/*.ts"], { cwd: root }).map(read);
  const recorded = sources.flatMap((source) =>
    namesIn(source, /["`]([a-z-]+\.[a-z][a-z-]+)["`]/g).filter((name) => nouns.has(name.split(".")[0] ?? "")),
  );
  const actions = new Set(recorded.filter((name) => !(name in permissions)));
  expect(actions.size).toBeGreaterThan(30);
  expect([...actions].filter((action) => !worded.has(action)).sort()).toEqual([]);
});

test("every step of an administration's set-up has words", () => {
  const steps = namesIn(
    read("functions/queues/provision/provisioning.ts"),
    /become\((?:[^(),]|\([^()]*\))+,\s*"([a-z-]+)"/g,
  );
  expect(steps.length).toBeGreaterThan(4);
  for (const step of steps) expect(worded).toContain(`administrations.${step}`);
});

test("a sentence begins with who acted, and no action is of a noun without words", () => {
  expect(worded.size).toBeGreaterThan(40);
  for (const [, action, sentence] of words.matchAll(
    /^ {2}"([a-z-]+\.[a-z-]+)": msg\(\{\s*message:\s*"(.*)"/gm,
  )) {
    // What was done to the administration by others says who it was done to.
    expect(sentence).toMatch(/^\{actor\} |^The administration /);
    expect(nouns).toContain(action?.split(".")[0]);
  }
});

test("what is wrong with an entry is said in the console as the exchange says it", () => {
  const said = read("web/src/pages/audit/fault-words.ts").replaceAll("’", "'");
  for (const sentence of Object.values(chainFaults)) expect(said).toContain(sentence);
});
