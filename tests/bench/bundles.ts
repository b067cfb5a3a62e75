import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { bundling } from "../../infra/constructs/handler-code.ts";
import { functions } from "../../infra/functions.ts";
import { variables } from "../../shared/names.ts";
import { ratios, shown } from "./statistics.ts";

const RUNS = 7;

const built = (
  source: { readonly entryPoints: string[] } | { readonly stdin: { contents: string; resolveDir: string } },
) => {
  const { outputFiles, metafile } = buildSync({ ...bundling, ...source });
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

/** The SDK's part of a bundle alone. */
const clientsOnly = (inputs: readonly string[], bundle: Uint8Array): Uint8Array => {
  const contents = [...importsOfSdk(inputs, bundle)]
    .map(
      ([from, names], n) =>
        `import { ${[...names].map((name) => `${name} as ${name}${n}`).join(", ")} } from "${from}";
globalThis.kept${n} = [${[...names].map((name) => `${name}${n}`).join(", ")}];`,
    )
    .join("\n");
  return built({ stdin: { contents, resolveDir: bundling.absWorkingDir } }).contents;
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
  readonly ratio: string;
  readonly control: string;
  readonly coldInit: string;
}

/** Each function that answers the API, and the authorizer, against a bundle of the same SDK clients. */
export const measureBundles = (runs = RUNS): readonly BundleRow[] => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const answering = functions.filter(({ trigger }) => "noun" in trigger || "authorizer" in trigger);
  return answering.flatMap(({ file }): BundleRow[] => {
    const { contents, inputs } = built({ entryPoints: [`functions/${file}.ts`] });
    const clients = clientsOnly(inputs, contents);
    // Two functions ask nothing of AWS: there is nothing to compare them with.
    if (clients.length < 1000) return [];
    const write = (name: string, bytes: Uint8Array): string => {
      const path = join(folder, `${file.replace("/", "-")}-${name}.mjs`);
      writeFileSync(path, bytes);
      return path;
    };
    const [ours, theirs] = [write("ours", contents), write("clients", clients)];
    const times = Array.from({ length: runs }, () => ({
      ours: load(ours),
      theirs: load(theirs),
      again: load(theirs),
    }));
    const against = (name: "ours" | "again"): string =>
      shown(
        ratios(
          times.map((each) => each[name]),
          times.map(({ theirs: other }) => other),
        ),
      );
    return [
      {
        function: file,
        kB: Math.round(contents.length / 1000),
        clientsKB: Math.round(clients.length / 1000),
        ratio: (contents.length / clients.length).toFixed(2),
        control: against("again"),
        coldInit: against("ours"),
      },
    ];
  });
};
