import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Installs what is missing, runs every check and test, and ends with `N passed, N failed`. Built-ins only: runs under any Node from 20 on. */
const root = join(import.meta.dirname, "..");
const stamp = join(root, "node_modules", ".installed-lockfile");
const lockfile = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

const run = (command, args, path = process.env.PATH) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, PATH: path } }).status === 0;

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lockfile) {
  // npm must not run on the pinned Node that it may be about to replace. Not `npm ci`: it refuses a lockfile in which an
  // optional package of another platform is missing from the registry, as Biome's are at times.
  const outside = (process.env.PATH ?? "").split(delimiter).filter((each) => !each.includes("node_modules"));
  if (!run("npm", ["install", "--no-save", "--no-audit", "--no-fund"], outside.join(delimiter))) {
    console.error("The npm packages could not be installed: check the network connection, then try again.");
    process.exit(1);
  }
  writeFileSync(stamp, lockfile);
}

const tool = (...path) => join(root, "node_modules", ...path);
const node = tool("node", "bin", "node");
const report = join(root, ".build", "test-results.json");
mkdirSync(join(root, ".build"), { recursive: true });
writeFileSync(report, "{}");

const checks = [
  run(node, [tool("typescript", "bin", "tsc"), "-p", "."]),
  run(node, [tool("@biomejs", "biome", "bin", "biome"), "check", "."]),
];
const green = run(node, [
  tool("vitest", "vitest.mjs"),
  "run",
  "--dir",
  "tests",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
]);
const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, "utf8"));
// A file that does not load fails the run without failing a test of its own.
const unaccounted = !green && numFailedTests === 0 ? 1 : 0;
const failed = numFailedTests + unaccounted + checks.filter((each) => !each).length;
console.log(`${numPassedTests + checks.filter(Boolean).length} passed, ${failed} failed`);
process.exit(failed === 0 && numPassedTests > 0 ? 0 : 1);
