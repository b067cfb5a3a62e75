import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

const file = join(import.meta.dirname, "../../docs/performance.md");

const line = (cells: readonly unknown[]): string => `| ${cells.join(" | ")} |`;

export const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

/** A part of the document: its heading, what it says, and the tables. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

const preface = `# Performance

Every figure is a ratio of what was run in turns on one machine, or is counted: nothing here depends on how fast the machine is. A cell such
as 1.07 (1.02) is the median of the rounds' ratios and the least of them. A control compares a thing with itself: what it is off 1 is noise.
\`npm run bench\` measures all of it and writes this page; \`npm run bench -- capacity\` (\`bundles\`, \`handlers\`) one part.
`;

/** Puts a part in its place, as it was measured now; the other parts stay as they were. */
export const writeSection = (part: string, { title, text }: Section): void => {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const parts = new Map(
    before
      .split(/^(?=## )/m)
      .slice(1)
      .map((each) => [/^## (.*)/.exec(each)?.[1] ?? "", each.trim()]),
  );
  const [load = 0] = loadavg();
  const made = `Made by \`npm run bench -- ${part}\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores with ${load.toFixed(1)} processes at work.`;
  parts.set(title, `## ${title}\n\n${made}\n\n${text.trim()}`);
  writeFileSync(file, `${preface}\n${[...parts.values()].join("\n\n")}\n`);
};
