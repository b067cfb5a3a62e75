import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";
import { bundling } from "../../infra/constructs/handler-code.ts";
import { functions } from "../../infra/functions.ts";
import { variables } from "../../shared/names.ts";
import { ratios, shown } from "./statistics.ts";

const RUNS = 7;

const built = (source: BuildOptions) => {
  const { outputFiles, metafile } = buildSync({ ...bundling, ...source, metafile: true, write: false });
  return {
    contents: outputFiles[0]?.contents ?? new Uint8Array(),
    inputs: Object.keys(Object.values(metafile.outputs)[0]?.inputs ?? {}),
  };
};

/** What a function's own sources import of the SDK and its bundle keeps: clients, their commands and errors. */
const importsOfSdk = (
  inputs: readonly string[],
  contents: Uint8Array,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  // Names stay in a bundle, with a number where two are the same.
  const kept = new Set(
    Buffer.from(contents)
      .toString()
      .match(/[A-Za-z]\w+/g)
      ?.map((name) => name.replace(/\d+$/, "")),
  );
  for (const input of inputs.filter((each) => /^(functions|shared)\//.test(each))) {
    const source = readFileSync(join(bundling.absWorkingDir, input), "utf8");
    for (const [, names = "", from = ""] of source.matchAll(
      /import\s*\{([^}]+)\}\s*from\s*"(@aws-sdk\/[^"]+)"/g,
    )) {
      const values = names
        .split(",")
        .map((name) => name.trim())
        .filter((name) => !name.startsWith("type ") && kept.has(name));
      if (values.length > 0) found.set(from, new Set([...(found.get(from) ?? []), ...values]));
    }
  }
  return found;
};

/** The SDK's part of a bundle alone: as it comes, and without the ways to credentials that ours leave out. */
const clientsOnly = (inputs: readonly string[], bundle: Uint8Array) => {
  const contents = [...importsOfSdk(inputs, bundle)]
    .map(
      ([from, names], n) =>
        `import { ${[...names].map((name) => `${name} as ${name}${n}`).join(", ")} } from "${from}";
globalThis.kept${n} = [${[...names].map((name) => `${name}${n}`).join(", ")}];`,
    )
    .join("\n");
  const stdin = { contents, resolveDir: bundling.absWorkingDir };
  return { asTheyCome: built({ stdin, alias: {} }).contents, stripped: built({ stdin }).contents };
};

/** What it takes a new process to load a bundle, in ms of its own processor time. */
const load = (file: string): number =>
  Number(
    execFileSync(
      process.execPath,
      [
        "-e",
        `const before = process.cpuUsage();
        import(${JSON.stringify(file)}).then(() => {
          const { user, system } = process.cpuUsage(before);
          console.log((user + system) / 1000);
          process.exit();
        });`,
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
  readonly bytes: string;
  readonly strippedBytes: string;
  readonly control: string;
  readonly loading: string;
  readonly strippedLoading: string;
}

/** Each function that answers the API, and the authorizer, against bundles of the same SDK clients. */
export const measureBundles = (runs = RUNS): readonly BundleRow[] => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const answering = functions.filter(({ trigger }) => "noun" in trigger || "authorizer" in trigger);
  return answering.flatMap(({ file }): BundleRow[] => {
    const { contents, inputs } = built({ entryPoints: [`functions/${file}.ts`] });
    const { asTheyCome, stripped } = clientsOnly(inputs, contents);
    // A function that asks nothing of AWS has nothing to be compared with.
    if (stripped.length < 1000) return [];
    const write = (name: string, bytes: Uint8Array): string => {
      const path = join(folder, `${file.replace("/", "-")}-${name}.mjs`);
      writeFileSync(path, bytes);
      return path;
    };
    const files = {
      ours: write("ours", contents),
      clients: write("clients", asTheyCome),
      stripped: write("stripped", stripped),
    };
    const times = Array.from({ length: runs }, () => ({
      ours: load(files.ours),
      clients: load(files.clients),
      again: load(files.clients),
      stripped: load(files.stripped),
    }));
    const against = (name: "ours" | "again", other: "clients" | "stripped"): string =>
      shown(
        ratios(
          times.map((each) => each[name]),
          times.map((each) => each[other]),
        ),
      );
    return [
      {
        function: file,
        kB: Math.round(contents.length / 1000),
        clientsKB: Math.round(asTheyCome.length / 1000),
        bytes: (contents.length / asTheyCome.length).toFixed(2),
        strippedBytes: (contents.length / stripped.length).toFixed(2),
        control: against("again", "clients"),
        loading: against("ours", "clients"),
        strippedLoading: against("ours", "stripped"),
      },
    ];
  });
};
