/** What a person must do before the command can work, in one sentence; shown without a stack. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** Ends the process with what went wrong, in words where we have them. */
export function report(error: unknown): void {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
