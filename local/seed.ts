import type { Progress } from "./progress.ts";
import type { Person } from "./state.ts";
import type { System } from "./system.ts";

/** Fills a new system through its own API. */
export async function seed(
  _system: System,
  _progress: Progress,
  _options: { readonly alerts: boolean },
): Promise<readonly Person[]> {
  return [];
}
