import { administrationItem, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { type Circumstances, commit } from "../../../shared/adapters/records/change.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import type { OutboxWork } from "../../../shared/domain/outbox.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

export interface Noted {
  readonly next: Administration;
  readonly action: string;
  readonly detail?: AuditEntry["detail"];
  readonly outbox?: readonly OutboxWork[];
}

/** What somebody else changed at this moment is looked at again in the next hour. */
export const orNextHour = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
};

/** Keeps a fact on an administration, as it is by now; undefined where it says so already. */
export const noting = async (
  store: RecordStore,
  circumstances: Circumstances,
  note: (current: Administration) => Noted | undefined,
): Promise<void> => {
  const current = await getAdministration(store, circumstances.administration);
  const noted = current && note(current);
  if (current === undefined || noted === undefined) return;
  const { next, ...about } = noted;
  const put = administrationItem({ ...next, revision: current.revision + 1 });
  await orNextHour(
    commit(store, circumstances, {
      ...about,
      subject: current.code,
      steps: [{ put, when: { equals: { revision: current.revision } } }],
    }),
  );
};
