import { type BundleRow, measureBundles } from "./bundles.ts";
import { type CapacityRow, measureCapacity } from "./capacity.ts";
import { type Section, table, writeSection } from "./document.ts";
import { type HandlerRow, measureHandlers } from "./handlers.ts";

const STORED = [1_000, 100_000];

const capacity = (rows: readonly CapacityRow[]): Section => ({
  title: "A page of 25 of the list",
  text: `Read capacity units, computed by DynamoDB's published rules from the items that were read, for a member of one group with that many alerts, all still to be
acknowledged; every fiftieth is critical. Wanted: the same whatever is stored; at most 3 queries a group, beside the one for all memberships; two filters read 500
postings at most and may show fewer rows, with a cursor.

${table(
  [
    "Filter",
    "Queries",
    "Items they read",
    "Rows shown",
    ...STORED.map((stored) => `${stored.toLocaleString("en")} stored`),
  ],
  rows.map(({ page, queries, items, shown, units }) => [
    page,
    queries,
    items,
    shown,
    ...STORED.map((stored) => units[stored]),
  ]),
)}`,
});

const bundles = (rows: readonly BundleRow[]): Section => ({
  title: "Bundles",
  text: `Bytes, and the processor time of loading them in a new process, against a bundle of the same clients of the SDK with the same commands, as they come. Wanted: ≤ 1.15 each;
the authorizer ≤ 40 kB more than its client. The columns "stripped" compare with those clients without the ways to credentials that ours leave out, too
(decision 59): there is nothing wanted of them, they say what is our own.

${table(
  [
    "Function",
    "kB",
    "Clients alone, kB",
    "Bytes",
    "Control",
    "Loading",
    "Bytes, stripped",
    "Loading, stripped",
  ],
  rows.map((row) => [
    row.function,
    row.kB,
    row.clientsKB,
    row.bytes,
    row.control,
    row.loading,
    row.strippedBytes,
    row.strippedLoading,
  ]),
)}`,
});

const handlers = (rows: readonly HandlerRow[]): Section => ({
  title: "Handlers",
  text: `Processor time of an invocation against a bare handler, which parses the body, makes the same calls of the SDK in the same waves and writes the answer; both
talk to a stub in another process. Wanted: p50 ≤ 1.15, p99 ≤ 1.25, and no more than 1 against the same endpoint on Fastify.

${table(
  ["Endpoint", "Calls of DynamoDB", "Control", "p50", "p99", "Against Fastify"],
  rows.map((row) => [row.endpoint, row.requests, row.control, row.p50, row.p99, row.fastify]),
)}`,
});

const parts: Readonly<Record<string, () => Promise<Section>>> = {
  capacity: async () => capacity(await measureCapacity(STORED)),
  bundles: async () => bundles(measureBundles()),
  handlers: async () => handlers(await measureHandlers()),
};

/** A broken line of a bundle is a megabyte long: its beginning says enough. */
process.on("uncaughtException", (error) => {
  console.error(String(error.stack ?? error).slice(0, 2000));
  process.exit(1);
});

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`There is no part ${unknown}: ${Object.keys(parts).join(", ")}.`);
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = performance.now();
  const section = await measure();
  writeSection(name, section);
  console.log(
    `## ${section.title}\n\n${section.text}\n\n(${Math.round((performance.now() - began) / 1000)} s)\n`,
  );
}
process.exit();
