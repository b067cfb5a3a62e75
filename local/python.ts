import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./environment.ts";
import { CommandFailed, type Processes } from "./processes.ts";
import { SetupError } from "./setup-error.ts";

const requirements = join(import.meta.dirname, "requirements.txt");

/**
 * The Python of a virtual environment with the pinned packages, made where it is missing. Its folder is named by what is in
 * it and put in place whole, so that several commands can make and use it at once.
 */
export async function preparePython(processes: Processes, detail: (text: string) => void): Promise<string> {
  const { command, version } = await findPython();
  const content = createHash("sha256")
    .update(await readFile(requirements))
    .update(version)
    .digest("hex");
  const folder = join(root, ".local", `venv-${content.slice(0, 12)}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    try {
      await makeVenv(processes, command, version, draft, detail);
      await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  return join(folder, "bin", "python");
}

async function findPython(): Promise<{ command: string; version: string }> {
  const ask = "import sys; print('%d.%d' % sys.version_info[:2])";
  for (const command of [
    "python3",
    "python",
    "python3.14",
    "python3.13",
    "python3.12",
    "python3.11",
    "python3.10",
  ]) {
    const answer = await promisify(execFile)(command, ["-c", ask]).catch(() => undefined);
    const version = answer?.stdout.trim() ?? "";
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (major === 3 && minor >= 10) {
      return { command, version };
    }
  }
  throw new SetupError(
    "Python 3.10 or newer was not found: install it (Debian and Ubuntu: sudo apt install python3 python3-venv) and run the same command again.",
  );
}

async function makeVenv(
  processes: Processes,
  python: string,
  version: string,
  folder: string,
  detail: (text: string) => void,
): Promise<void> {
  detail("making the virtual environment");
  try {
    await processes.run({ command: python, args: ["-m", "venv", folder], env: process.env });
  } catch (error) {
    if (error instanceof CommandFailed && /ensurepip|No module named venv/.test(error.output)) {
      throw new SetupError(
        `Python's venv module is missing: install it (Debian and Ubuntu: sudo apt install python${version}-venv) and run the same command again.`,
      );
    }
    throw error;
  }
  try {
    const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--only-binary=:all:"];
    await processes.run({
      command: join(folder, "bin", "python"),
      args: [...pip, "-r", requirements],
      env: process.env,
      onLine: (line) => detail(line.trim()),
    });
  } catch (error) {
    if (
      error instanceof CommandFailed &&
      /NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|Network is unreachable/.test(
        error.output,
      )
    ) {
      throw new SetupError(
        "pip could not reach the Python package index: connect this machine to the network and run the same command again.",
      );
    }
    throw error;
  }
}
