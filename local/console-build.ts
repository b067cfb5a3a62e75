import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isolatedEnvironment, root } from "./environment.ts";
import type { Processes } from "./processes.ts";

/** What the console is made of. */
const sources = ["web", "shared", "package-lock.json"];

export const consoleFolder = join(root, ".build", "web");
const stamp = join(root, ".build", "web.sha256");

/** Builds the console where what it is made of changed since it was built last. */
export async function buildConsole(processes: Processes, log?: string): Promise<void> {
  if (!existsSync(join(root, "web", "vite.config.ts"))) {
    return;
  }
  const current = await digest();
  const built = existsSync(join(consoleFolder, "index.html")) && existsSync(stamp);
  if (built && (await readFile(stamp, "utf8")) === current) {
    return;
  }
  await processes.run({
    command: process.execPath,
    args: [join(root, "node_modules/vite/bin/vite.js"), "build", "--config", "web/vite.config.ts"],
    cwd: root,
    env: isolatedEnvironment(),
    ...(log === undefined ? {} : { log }),
  });
  await mkdir(join(root, ".build"), { recursive: true });
  await writeFile(stamp, current);
}

async function digest(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of await filesOf(join(root, source))) {
      hash.update(file).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

async function filesOf(path: string): Promise<readonly string[]> {
  if (path.endsWith(".json")) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
