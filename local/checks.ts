import { join } from "node:path";
import { buildConsole } from "./console-build.ts";
import { isolatedEnvironment, root } from "./environment.ts";
import { CommandFailed, type Processes } from "./processes.ts";

interface Check {
  readonly name: string;
  /** Under node_modules. */
  readonly program: string;
  readonly args: readonly string[];
  /** What is made before it. */
  readonly needs?: (processes: Processes) => Promise<void>;
  /** What its output must show: a checker that looked at nothing finds nothing wrong. */
  readonly mustPrint?: RegExp;
}

const folders = ["shared", "functions", "infra", "web", "local", "tests"];

const lingui = ["--config", "web/lingui.config.ts"];

const checks: readonly Check[] = [
  { name: "types", program: "typescript/bin/tsc", args: ["--project", "."] },
  { name: "types of the console", program: "typescript/bin/tsc", args: ["--project", "web"] },
  { name: "style", program: "@biomejs/biome/bin/biome", args: ["check", "."] },
  {
    name: "import table",
    program: "dependency-cruiser/bin/dependency-cruise.mjs",
    args: folders,
    mustPrint: /\([1-9]\d* modules/,
  },
  { name: "dead code", program: "knip/bin/knip.js", args: ["--no-progress"] },
  {
    name: "API description",
    program: "@redocly/cli/bin/cli.js",
    args: ["lint", "shared/contract/openapi.json"],
  },
  {
    name: "texts of the console are collected",
    program: "@lingui/cli/dist/lingui.js",
    args: ["check", "sync", ...lingui],
  },
  {
    name: "texts of the console are translated",
    program: "@lingui/cli/dist/lingui.js",
    args: ["check", "missing", "--mode", "catalog", ...lingui],
  },
  { name: "weight of the console", program: "size-limit/bin.js", args: [], needs: buildConsole },
];

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Each checker counts as one test. */
export async function runChecks(processes: Processes): Promise<Counts> {
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    const complaint = await run(processes, check);
    if (complaint === undefined) passed++;
    else failed++;
    console.log(complaint === undefined ? ` ✓ ${check.name}` : ` ✗ ${check.name}\n${complaint}`);
  }
  return { passed, failed };
}

async function run(processes: Processes, check: Check): Promise<string | undefined> {
  const output: string[] = [];
  const all = () => output.join("\n");
  try {
    await check.needs?.(processes);
    await processes.run({
      command: process.execPath,
      args: [join(root, "node_modules", check.program), ...check.args],
      cwd: root,
      env: { ...isolatedEnvironment(), REDOCLY_TELEMETRY: "off", NO_COLOR: "1" },
      onLine: (line) => output.push(line),
    });
  } catch (error) {
    if (error instanceof CommandFailed) return all();
    throw error;
  }
  return check.mustPrint && !check.mustPrint.test(all()) ? `It looked at nothing.\n${all()}` : undefined;
}
