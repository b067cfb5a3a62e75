import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { bundleHandlers, bundling } from "../../infra/constructs/handler-code.ts";
import { functions } from "../../infra/functions.ts";
import { variables } from "../../shared/names.ts";
import { ratios, shown } from "./statistics.ts";

const RUNS = 15;

/** The SDK's part of a bundle alone: the clients that a function's inputs name, and the commands that it imports of them. */
const clientsOnly = (inputs: readonly string[]): Uint8Array => {
  const clients = [
    ...new Set(
      inputs.flatMap(
        (input) => /node_modules\/(@aws-sdk\/(?:client|lib)-[a-z0-9-]+)\//.exec(input)?.[1] ?? [],
      ),
    ),
  ];
  const contents = clients
    .map((name, n) => `import * as c${n} from "${name}"; globalThis.c${n} = c${n};`)
    .join("\n");
  // As they come: what we leave out of them is part of what is compared.
  const built = buildSync({
    ...bundling,
    alias: {},
    stdin: { contents, resolveDir: bundling.absWorkingDir },
  });
  return built.outputFiles[0]?.contents ?? new Uint8Array();
};

/** What it takes a new process to load a bundle, in ms. */
const load = (file: string): number =>
  Number(
    execFileSync(
      process.execPath,
      [
        "-e",
        `const t = process.hrtime.bigint(); import(${JSON.stringify(file)}).then(() => { console.log(Number(process.hrtime.bigint() - t) / 1e6); process.exit(); })`,
      ],
      {
        encoding: "utf8",
        env: {
          AWS_REGION: "us-east-1",
          ...Object.fromEntries(Object.values(variables).map((name) => [name, "bench"])),
        },
        stdio: ["ignore", "pipe", "ignore"],
      },
    ),
  );

export interface BundleRow {
  readonly function: string;
  readonly kB: number;
  readonly clientsKB: number;
  readonly ratio: string;
  readonly coldInit: string;
}

/** Each function that answers the API, and the authorizer, against a bundle of the same SDK clients. */
export const measureBundles = (): readonly BundleRow[] => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const bundles = bundleHandlers();
  const answering = functions.filter(({ trigger }) => "noun" in trigger || "authorizer" in trigger);
  return answering.flatMap(({ file }): BundleRow[] => {
    const bundle = bundles.get(file);
    if (bundle === undefined) return [];
    const clients = clientsOnly(bundle.inputs);
    if (clients.length < 1000) return [];
    const [ours, theirs] = (["ours", "clients"] as const).map((name) =>
      join(folder, `${file.replace("/", "-")}-${name}.mjs`),
    );
    writeFileSync(ours ?? "", bundle.contents);
    writeFileSync(theirs ?? "", clients);
    const times = Array.from({ length: RUNS }, () => [load(ours ?? ""), load(theirs ?? "")] as const);
    return [
      {
        function: file,
        kB: Math.round(bundle.contents.length / 1000),
        clientsKB: Math.round(clients.length / 1000),
        ratio: (bundle.contents.length / clients.length).toFixed(2),
        coldInit: shown(
          ratios(
            times.map(([one]) => one),
            times.map(([, other]) => other),
          ),
        ),
      },
    ];
  });
};
