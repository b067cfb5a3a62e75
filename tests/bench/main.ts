import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { measureBundles } from "./bundles.ts";
import { measureCapacity } from "./capacity.ts";
import { measureHandlers } from "./handlers.ts";

const STORED = [1_000, 100_000];

const line = (cells: readonly unknown[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

console.log("Capacity of a list page …");
const capacity = await measureCapacity(STORED);
console.log("Bundles and their loading …");
const bundles = measureBundles();
console.log("Handlers …");
const handlers = await measureHandlers();

const page = `# Performance

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores. Everything is a ratio of what was run
in turns in one process, or is counted: nothing here depends on how fast the machine is. A cell such as 1.07 (1.02) is the median and the minimum
of the rounds' ratios. The control compares a thing with itself: what it is off 1 is noise.

## Handlers

CPU of an invocation against a bare handler, which parses the body, makes the same calls of the SDK in the same waves and writes the answer; both
talk to a stub in another process. Wanted: p50 ≤ 1.15, p99 ≤ 1.25, and no more than 1 against the same endpoint on Fastify.

${table(
  ["Endpoint", "Calls of DynamoDB", "Control", "p50", "p99", "Against Fastify"],
  handlers.map((row) => [row.endpoint, row.requests, row.control, row.p50, row.p99, row.fastify]),
)}

## Bundles

Bytes and loading in a new process against a bundle of the same SDK clients. Wanted: ≤ 1.15 each; the authorizer ≤ 40 kB more than its client.

${table(
  ["Function", "kB", "Clients alone, kB", "Bytes", "Loading"],
  bundles.map((row) => [row.function, row.kB, row.clientsKB, row.ratio, row.coldInit]),
)}

## A page of 25 of the list

Read capacity units, computed by DynamoDB's published rules from the items that were read. Wanted: the same whatever is stored; at most 3 queries a group.

${table(
  ["Page", "Queries", ...STORED.map((stored) => `${stored.toLocaleString("en")} stored`)],
  capacity.map(({ page: name, queries, units }) => [name, queries, ...STORED.map((stored) => units[stored])]),
)}
`;
console.log(page);
writeFileSync(join(import.meta.dirname, "../../docs/performance.md"), page);
process.exit();
