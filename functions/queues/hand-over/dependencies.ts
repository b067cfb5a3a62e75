import type { Topics } from "../../../shared/domain/provisioning.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/** What telling an administration stands on, of a version or of a recall. */
export interface HandOverDependencies {
  readonly store: RecordStore;
  readonly topics: Topics;
  readonly consoleUrl: string;
  readonly clock: () => Date;
  readonly newId: () => string;
}
