import { existsSync } from "node:fs";
import { join } from "node:path";
import { isolatedEnvironment, root } from "./environment.ts";
import { CommandFailed, type Processes } from "./processes.ts";

interface Check {
  readonly name: string;
  /** Under node_modules. */
  readonly program: string;
  readonly args: readonly string[];
  /** Left out where this does not exist. */
  readonly about?: string;
  /** What its output must show: a checker that looked at nothing finds nothing wrong. */
  readonly mustPrint?: RegExp;
}

const folders = ["shared", "functions", "infra", "web", "local", "tests"];

const checks: readonly Check[] = [
  { name: "types", program: "typescript/bin/tsc", args: ["--project", "."] },
  {
    name: "types of the console",
    program: "typescript/bin/tsc",
    args: ["--project", "web"],
    about: "web/tsconfig.json",
  },
  { name: "style", program: "@biomejs/biome/bin/biome", args: ["check", "."] },
  {
    name: "import table",
    program: "dependency-cruiser/bin/dependency-cruise.mjs",
    args: folders.filter((folder) => existsSync(join(root, folder))),
    mustPrint: /\([1-9]\d* modules/,
  },
  {
    name: "API description",
    program: "@redocly/cli/bin/cli.js",
    args: ["lint", "shared/contract/openapi.json"],
    about: "shared/contract/openapi.json",
  },
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
    if (check.about && !existsSync(join(root, check.about))) continue;
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
