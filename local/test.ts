import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { type Counts, runChecks } from "./checks.ts";
import { isolatedEnvironment, root } from "./environment.ts";
import { anyPorts } from "./ports.ts";
import { CommandFailed, createProcesses, type Processes } from "./processes.ts";
import { numberedProgress } from "./progress.ts";
import { seed } from "./seed.ts";
import { report, SetupError } from "./setup-error.ts";
import { endRequested } from "./signals.ts";
import { writeState } from "./state.ts";
import { type System, startSystem } from "./system.ts";
import { isAlive } from "./turn.ts";

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** In the order they run; those on a deployment share one of their own. */
const parts = ["check", "unit", "infra", "contracts", "journeys", "browser"] as const;
type Part = (typeof parts)[number];
const onDeployment: readonly Part[] = ["contracts", "journeys", "browser"];

const local = join(root, ".local");
const directory = join(local, `test-${process.pid}`);
const stateFile = join(directory, "state.json");
const signal = endRequested();
const processes = createProcesses();
signal.addEventListener("abort", () => void processes.stopAll(), { once: true });
let system: System | undefined;

try {
  await removeLeftovers();
  await mkdir(directory, { recursive: true });
  const { passed, failed } = await runParts(wanted(process.argv.slice(2)));
  // Where nothing ran, nothing is shown to work.
  process.exitCode = failed === 0 && passed > 0 && !signal.aborted ? 0 : 1;
  await end();
  console.log(`${passed} passed, ${failed} failed`);
} catch (error) {
  await end();
  process.exitCode = 1;
  if (!signal.aborted) report(error);
}
process.exit();

async function runParts(chosen: readonly Part[]): Promise<Counts> {
  let passed = 0;
  let failed = 0;
  for (const part of chosen) {
    if (signal.aborted) break;
    if (part !== "check" && !existsSync(join(root, "tests", part))) {
      console.log(`\n${part}: there are no such tests yet.`);
      continue;
    }
    console.log(`\n${part}`);
    const counts = await runPart(part);
    passed += counts.passed;
    failed += counts.failed;
  }
  return { passed, failed };
}

async function runPart(part: Part): Promise<Counts> {
  if (part === "check") return runChecks(processes);
  try {
    if (onDeployment.includes(part)) system ??= await startSeeded();
  } catch (error) {
    if (signal.aborted) throw error;
    report(error);
    return { passed: 0, failed: 1 };
  }
  return runVitest(processes, part);
}

async function runVitest(processes: Processes, part: Part): Promise<Counts> {
  const results = join(directory, `${part}.json`);
  const green = await processes
    .run({
      command: process.execPath,
      args: [
        join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        `--project=${part}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${results}`,
      ],
      cwd: root,
      env: { ...isolatedEnvironment(), ...(system && { IPR_CENCOMM_STATE: stateFile }) },
      show: true,
    })
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof CommandFailed) return false;
        throw error;
      },
    );
  const { numPassedTests: passed, numFailedTests } = existsSync(results)
    ? VitestReport.parse(JSON.parse(await readFile(results, "utf8")))
    : { numPassedTests: 0, numFailedTests: 0 };
  // A file that does not load fails the run without failing a test of its own.
  return { passed, failed: green ? 0 : Math.max(numFailedTests, 1) };
}

async function startSeeded(): Promise<System> {
  const progress = numberedProgress();
  const started = await startSystem({ directory, ports: await anyPorts(), progress, fresh: false, signal });
  system = started;
  const people = await seed(started, progress, { alerts: false });
  const { webUrl, apiUrl, mailboxUrl, awsEndpoint, caFile, outputs } = started;
  await writeState(
    { webUrl, apiUrl, liveUrl: null, mailboxUrl, awsEndpoint, caFile, outputs, people: [...people] },
    stateFile,
  );
  return started;
}

async function end(): Promise<void> {
  await processes.stopAll();
  await system?.stop();
  await rm(directory, { recursive: true, force: true });
}

/** What runs left that were killed. */
async function removeLeftovers(): Promise<void> {
  if (!existsSync(local)) return;
  for (const name of await readdir(local)) {
    const pid = /^test-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(local, name), { recursive: true, force: true });
  }
}

function wanted(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown) throw new SetupError(`There is no part "${unknown}"; there are: ${parts.join(", ")}.`);
  return names.length === 0 ? parts : parts.filter((part) => names.includes(part));
}
