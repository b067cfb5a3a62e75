import { getGroup } from "../../../shared/adapters/records/groups.ts";
import { reviewersOf } from "../../../shared/adapters/records/reviews.ts";
import type { ReviewStanding } from "../../../shared/contract/alerts.ts";
import type { AlertHead, Draft } from "../../../shared/domain/alert.ts";
import type { Group } from "../../../shared/domain/group.ts";
import { nextSteps } from "../../../shared/domain/lifecycle.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { type Review, standingAfter, standingOf } from "../../../shared/domain/review.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { type Answer, assertCurrent } from "../../runtime/request.ts";
import { contentOf, type Reached, type ReachedDraft, type ReachedRelease, reach } from "./access.ts";

/** Who decided is told by administration: nobody learns of another's people. */
export const decisionOf = ({ decision }: Pick<Review, "decision">) => {
  if (decision === undefined) return {};
  const { by: _, ...told } = decision;
  return { decision: told };
};

const suffix = (standing: ReviewStanding["standing"]): string =>
  standing === "not-asked" ? "" : `.${standing}`;

const standingView = async (
  store: RecordStore,
  standing: ReviewStanding["standing"],
  group: Group | undefined,
  review: Review | undefined,
  { author, now }: { readonly author: string; readonly now: Date },
): Promise<{ readonly review?: ReviewStanding }> => {
  if (standing === "not-asked") return {};
  const reviewers = group === undefined ? [] : await reviewersOf(store, group, author, now.toISOString());
  return {
    review: {
      standing,
      reviewers: [...reviewers],
      ...(review === undefined
        ? {}
        : { askedAt: review.askedAt, outcome: review.state, ...decisionOf(review) }),
    },
  };
};

/** What a draft is to who reads it: its version, and after a full stop where its review stands, which is no change of it. */
export const draftAnswer = async (store: RecordStore, found: ReachedDraft, now: Date): Promise<Answer> => {
  const { draft, review, side } = found;
  const { id, administration, state, revision, content, createdAt, changedAt, returned } = draft;
  const group = found.group ?? (await getGroup(store, content.group));
  const standing = standingOf(draft, group, review);
  return {
    body: {
      ...content,
      id,
      administration,
      state,
      version: 0,
      createdAt,
      changedAt,
      ...(returned === undefined ? {} : { returned }),
      ...(await standingView(store, standing, group, review, { author: administration, now })),
      steps: nextSteps({ state, standing }, side),
    },
    etag: `draft-${revision}${suffix(standing)}`,
  };
};

/** A released alert; where its review stands is told to its author and to who may review it. */
export const releasedAnswer = async (
  store: RecordStore,
  { side, head, review, group }: ReachedRelease,
  now: Date,
): Promise<Answer> => {
  const { id, administration, state, version, reference, createdAt, changedAt, releasedAt } = head;
  const standing = side === "reader" ? "not-asked" : standingAfter(review);
  return {
    body: {
      ...(await contentOf(store, head)),
      id,
      administration,
      state,
      version,
      reference,
      createdAt,
      changedAt,
      releasedAt,
      ...(await standingView(store, standing, group, review, { author: administration, now })),
      steps: side === "reader" ? [] : nextSteps({ state, standing }, side),
    },
    etag: `version-${version}${suffix(standing)}`,
  };
};

const answerOf = (store: RecordStore, found: Reached, now: Date): Promise<Answer> =>
  "draft" in found ? draftAnswer(store, found, now) : releasedAnswer(store, found, now);

/** What an alert is to this reader now, as an answer. */
export const render = async (store: RecordStore, caller: Caller, id: string, now: Date): Promise<Answer> =>
  answerOf(store, await reach(store, caller, id, now), now);

const versioned = (ifMatch: string | undefined) => ({ ifMatch: ifMatch?.split(".")[0] });

/** Refuses a step against another form of the draft, or another version, than the one there is. */
export const assertCurrentDraft = (
  { ifMatch }: { readonly ifMatch: string | undefined },
  { revision }: Draft,
): void => assertCurrent(versioned(ifMatch), `draft-${revision}`);

export const assertCurrentVersion = (
  { ifMatch }: { readonly ifMatch: string | undefined },
  { version }: AlertHead,
): void => assertCurrent(versioned(ifMatch), `version-${version}`);
