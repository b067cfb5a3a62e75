import { administrationKey } from "../../../shared/adapters/records/administrations.ts";
import { headItem, pointerItem, versionItem } from "../../../shared/adapters/records/alerts.ts";
import { type Circumstances, commit, type Step } from "../../../shared/adapters/records/change.ts";
import { begunReview, endedReview } from "../../../shared/adapters/records/reviews.ts";
import { type AlertContent, type AlertHead, summarise } from "../../../shared/domain/alert.ts";
import type { AlertChange, ChangeKind, Credit } from "../../../shared/domain/alert-change.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import { transitions } from "../../../shared/domain/lifecycle.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { standingAfter } from "../../../shared/domain/review.ts";
import { contentOf, type ReachedRelease } from "./access.ts";
import { supersededBy } from "./answering.ts";
import { assertRevisable } from "./releasable.ts";
import { assertStep } from "./stepping.ts";

/** A step of a released alert's lifecycle that makes a version of it. */
export type Publication = {
  /** As the contract's operation is called, `alerts.update`. */
  readonly action: string;
  readonly by: Id;
  readonly reason?: string | undefined;
  readonly detail?: AuditEntry["detail"];
  /** What is changed in the same moment or not at all: a follow-up that is taken up. */
  readonly steps?: readonly Step[];
} & (
  | {
      readonly kind: "revise";
      readonly content: AlertContent;
      /** Nobody is told, and nobody is asked again. */
      readonly minor?: boolean | undefined;
      readonly creditedTo?: Credit | undefined;
    }
  | { readonly kind: Exclude<ChangeKind, "release" | "revise"> }
);

const changeOf = (publication: Publication): AlertChange => ({
  kind: publication.kind,
  ...(publication.reason === undefined ? {} : { reason: publication.reason }),
  ...(publication.kind === "revise" && publication.minor === true ? { minor: true } : {}),
  ...(publication.kind === "revise" && publication.creditedTo !== undefined
    ? { creditedTo: publication.creditedTo }
    : {}),
});

/**
 * The one way in which anything new is said of a released alert: a version beside those there are, the head that names it,
 * the author's own row, the trail and the work that tells its readers, in one transaction. Against a version that is not the
 * current one, nothing is changed. Whose step it is, and against which version the caller asks for it, is decided before.
 */
export const publish = async (
  store: RecordStore,
  circumstances: Circumstances,
  found: Pick<ReachedRelease, "head" | "review">,
  publication: Publication,
): Promise<AlertHead> => {
  const { head, review } = found;
  const { kind } = publication;
  assertStep(kind, { state: head.state, standing: standingAfter(review) });
  const at = circumstances.now.toISOString();
  const before = await contentOf(store, head);
  const content = publication.kind === "revise" ? publication.content : before;
  const gate =
    publication.kind === "revise"
      ? await assertRevisable(store, { head, before, content, review }, at)
      : { conditions: [], isReviewed: false };
  const change = changeOf(publication);
  const version = head.version + 1;
  const next: AlertHead = {
    ...head,
    state: transitions[kind].to,
    version,
    changedAt: at,
    audience: content.audience,
    ...(kind === "revise" && change.minor === undefined ? { asksSince: version } : {}),
  };
  const summary = summarise(next, content);
  const reviewed: readonly Step[] = gate.isReviewed
    ? begunReview(
        {
          alert: head.id,
          administration: head.administration,
          group: head.group,
          kind: "after-release",
          state: "waiting",
          revision: version,
          askedAt: at,
        },
        summary,
      )
    : kind !== "revise" && review?.state === "waiting"
      ? endedReview(review, { state: "taken-back", revision: version })
      : [];
  await commit(store, circumstances, {
    action: publication.action,
    subject: head.id,
    detail: {
      reference: head.reference,
      version,
      ...(change.minor === undefined ? {} : { minor: true }),
      ...publication.detail,
    },
    steps: [
      {
        put: headItem(next),
        when: { equals: { version: head.version } },
        otherwise: () => supersededBy(version),
      },
      {
        put: versionItem({
          alert: head.id,
          version,
          releasedAt: at,
          by: publication.by,
          change,
          content,
        }),
        when: { absent: true },
      },
      { put: pointerItem(`${head.group}#${head.administration}`, head.position, summary) },
      { check: administrationKey(head.administration), when: { equals: { state: "active" } } },
      ...gate.conditions,
      ...reviewed,
      ...(publication.steps ?? []),
    ],
    outbox: [{ kind: "alert-released", alert: head.id, version }],
  });
  return next;
};
