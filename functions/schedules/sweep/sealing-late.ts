import { listAdministrations } from "../../../shared/adapters/records/administrations.ts";
import { unsealedEntries } from "../../../shared/adapters/records/trail.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly seal: (administration: AdministrationCode) => Promise<void>;
  /** Is told how many trails had an entry that the stream should have sealed, before they are sealed here. */
  readonly tellLate: (trails: number, now: Date) => void;
}

/** Sealing takes seconds; an entry that is older and unsealed is an alarm (data-model.md, "Audit entries"). */
const PATIENCE_MS = 60_000;
/** Administrations that are looked at, and sealed, at a time. */
const TOGETHER = 20;

/** Seals what the stream did not. Fails when a trail could not be sealed, so that somebody is told. */
export const sealingLate =
  ({ store, seal, tellLate }: Dependencies) =>
  async (now: Date): Promise<void> => {
    const before = new Date(now.getTime() - PATIENCE_MS).toISOString();
    const isLate = async (code: AdministrationCode): Promise<boolean> => {
      const [oldest] = (await unsealedEntries(store, code, 1)).items;
      return oldest !== undefined && oldest.at < before;
    };
    const failures: unknown[] = [];
    let trails = 0;
    let after: AdministrationCode | undefined;
    do {
      const page = await listAdministrations(store, TOGETHER, after);
      await Promise.all(
        page.items.map(async ({ code }) => {
          try {
            if (!(await isLate(code))) return;
            trails += 1;
            await seal(code);
          } catch (error) {
            failures.push(error);
          }
        }),
      );
      after = page.more ? page.items.at(-1)?.code : undefined;
    } while (after !== undefined);
    tellLate(trails, now);
    if (failures.length > 0) throw new AggregateError(failures, "Audit trails could not be sealed");
  };
