import type { FieldError } from "../../../../shared/domain/problem.ts";

/** What the parts of the long form are given of what is wrong in the form. */
export interface Faults {
  /** Everything that would be refused. */
  readonly found: readonly FieldError[];
  /** All of it is shown, since somebody tried to go on; else only what is wrong in a field that was left. */
  readonly all: boolean;
}
