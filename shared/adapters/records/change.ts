import type { AuditEntry } from "../../domain/audit.ts";
import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import type { OutboxWork } from "../../domain/outbox.ts";
import { Problem } from "../../domain/problem.ts";
import { ConditionFailed, type Item, type RecordStore, type Write } from "../../domain/record-store.ts";
import { outboxItem } from "./outbox.ts";

/** Idempotency records live this long (api.md, Retries). */
const IDEMPOTENCY_DAYS = 7;

/** The circumstances of a change: when, by whom, and what makes it repeatable. */
export interface Circumstances {
  readonly now: Date;
  readonly newId: () => Id;
  /** Whose audit trail, and who acted. */
  readonly administration: AdministrationCode;
  readonly actor: string;
  readonly idempotency?: { readonly pk: string; readonly sk: string; readonly bodyHash: string };
}

/** One action, and what the caller is told when its condition does not hold. */
export type Step = Write & { readonly otherwise?: () => Problem };

export interface Change {
  /** Noun and verb, as in the contract. */
  readonly action: string;
  /** Id or code of what is changed; also what a retry with the same Idempotency-Key is answered with. */
  readonly subject: string;
  readonly detail?: AuditEntry["detail"];
  readonly steps: readonly Step[];
  /** True for a draft that saves itself: no event of the trail (domain.md, Promises). */
  readonly unrecorded?: true;
  readonly outbox?: readonly OutboxWork[];
}

/** Another request with the same Idempotency-Key was faster; its outcome is the answer. */
export class AlreadyDone extends Error {}

export const stale = (): Problem =>
  new Problem("stale", "It was changed meanwhile. Read it again and repeat your change on what it is now.");

export const auditItem = (entry: AuditEntry): Item => ({
  pk: `AUD#${entry.administration}`,
  sk: `E#${entry.id}`,
  schema: 1,
  ...entry,
});

const entryOf = (
  circumstances: Circumstances,
  about: Pick<Change, "action" | "subject" | "detail">,
): AuditEntry => ({
  id: circumstances.newId(),
  at: circumstances.now.toISOString(),
  administration: circumstances.administration,
  actor: circumstances.actor,
  action: about.action,
  subject: about.subject,
  ...(about.detail === undefined ? {} : { detail: about.detail }),
});

/**
 * Commits a change with its audit entry, outbox and idempotency record in one transaction: all of it or none.
 * Throws the {@link Problem} of the first step whose condition fails, {@link AlreadyDone} for a repeated request.
 */
export const commit = async (
  store: RecordStore,
  circumstances: Circumstances,
  change: Change,
): Promise<void> => {
  const { now, newId, idempotency } = circumstances;
  const at = now.toISOString();
  const own: Step[] = [
    ...(idempotency === undefined
      ? []
      : [
          {
            put: {
              ...idempotency,
              schema: 1,
              subject: change.subject,
              expiresAt: Math.floor(now.getTime() / 1000) + IDEMPOTENCY_DAYS * 86_400,
            },
            when: { absent: true as const },
          },
        ]),
    ...(change.unrecorded ? [] : [{ put: auditItem(entryOf(circumstances, change)) }]),
    ...(change.outbox ?? []).map((work) => ({ put: outboxItem(newId(), at, work) })),
  ];
  const steps = [...own, ...change.steps];
  try {
    await store.transact(steps.map(({ otherwise: _, ...write }) => write));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    if (idempotency !== undefined && error.failed.includes(0)) throw new AlreadyDone();
    const refused = error.failed
      .map((position) => steps[position]?.otherwise)
      .find((told) => told !== undefined);
    throw refused === undefined ? stale() : refused();
  }
};

/**
 * What happened to an administration by another's hand, in its own trail, too: it is theirs to know, and the person behind it is known to
 * their own administration alone. Nothing where an administration changes itself.
 */
export const inTrailOf = (
  administration: AdministrationCode,
  { administration: by, now, newId }: Circumstances,
  entry: Pick<AuditEntry, "actor" | "action" | "subject" | "detail">,
): readonly Step[] =>
  administration === by
    ? []
    : [{ put: auditItem({ ...entry, id: newId(), at: now.toISOString(), administration }) }];

/** Records that something was shown, before it is shown. */
export const recordDisclosure = (
  store: RecordStore,
  circumstances: Circumstances,
  about: Pick<Change, "action" | "subject" | "detail">,
): Promise<void> => store.writeMany([{ put: auditItem(entryOf(circumstances, about)) }]);
