import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { SetupError } from "./setup-error.ts";

/** Holds `file` for this process, so that two do not write into one directory; gives what releases it again. */
export async function takeTurn(file: string, command: string): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true });
  const holder = existsSync(file) ? Number(await readFile(file, "utf8")) : undefined;
  if (holder !== undefined && isAlive(holder)) {
    throw new SetupError(
      `\`${command}\` runs already (process ${holder}): use that one, or end it first. If it is another program, remove ${file}.`,
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
