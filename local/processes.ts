import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Where what it prints is appended to. */
  readonly log?: string;
  readonly onLine?: (line: string) => void;
  /** Its output goes to this process's own, as it is. */
  readonly show?: boolean;
}

export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
  readonly output: string;
  constructor(command: Command, code: number | null, output: string) {
    super(`${command.command} ${command.args.join(" ")} ended with ${code ?? "a signal"}.\n${output}`);
    this.output = output;
  }
}

export interface Running {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  /** The last lines it printed. */
  tail(): string;
  /** Asks it to end, waits, and ends whatever of its group is left. */
  stop(graceMs?: number): Promise<void>;
}

export type Processes = ReturnType<typeof createProcesses>;

/**
 * The processes this one started. Each leads a group of its own, so that ending it ends its children too, and
 * Ctrl-C, which a terminal sends to everybody at once, reaches them only through `stop`, in order.
 */
export function createProcesses() {
  const all = new Set<Running>();
  let stopping = false;

  function start(command: Command): Running {
    if (stopping) {
      throw new Error(`${command.command} was not started: the system is being stopped.`);
    }
    const child = spawn(command.command, [...command.args], {
      cwd: command.cwd,
      env: command.env,
      detached: true,
      // A pipe that closes with this process: local/emulator.py ends when it does.
      stdio: command.show ? ["pipe", "inherit", "inherit"] : ["pipe", "pipe", "pipe"],
    });
    const tail: string[] = [];
    const log = command.log === undefined ? undefined : createWriteStream(command.log, { flags: "a" });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) {
        createInterface({ input: stream }).on("line", (line) => {
          log?.write(`${line}\n`);
          command.onLine?.(line);
          tail.push(line);
          if (tail.length > 60) tail.shift();
        });
      }
    }
    const exited = new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    }).finally(() => {
      all.delete(running);
      log?.end();
    });
    exited.catch(() => {});
    const running: Running = {
      child,
      exited,
      tail: () => tail.join("\n"),
      stop: (graceMs = 30_000) => end(child, exited, graceMs),
    };
    all.add(running);
    return running;
  }

  return {
    start,

    /** Runs to the end; throws CommandFailed with the last of its output. */
    async run(command: Command): Promise<void> {
      const running = start(command);
      const code = await running.exited;
      if (code !== 0) {
        throw new CommandFailed(command, code, running.tail());
      }
    },

    /** Nothing can be started afterwards. */
    async stopAll(): Promise<void> {
      stopping = true;
      await Promise.all([...all].map((running) => running.stop()));
    },
  };
}

async function end(child: ChildProcess, exited: Promise<unknown>, graceMs: number): Promise<void> {
  const { pid } = child;
  if (pid === undefined) {
    return;
  }
  if (child.exitCode === null && child.signalCode === null) {
    signal(pid, "SIGTERM");
    await Promise.race([exited, sleep(graceMs, undefined, { ref: false })]).catch(() => {});
  }
  signal(-pid, "SIGKILL");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
      throw error;
    }
  }
}
