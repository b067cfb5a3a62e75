import { administrationKey } from "../../../shared/adapters/records/administrations.ts";
import { referenceKey } from "../../../shared/adapters/records/alert-places.ts";
import {
  counterKey,
  draftKey,
  headItem,
  pointerItem,
  versionItem,
} from "../../../shared/adapters/records/alerts.ts";
import { commit, type Step } from "../../../shared/adapters/records/change.ts";
import { begunReview } from "../../../shared/adapters/records/reviews.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { type AlertContent, type AlertHead, summarise } from "../../../shared/domain/alert.ts";
import { countedReference, isCounted, randomReference } from "../../../shared/domain/alert-reference.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Review } from "../../../shared/domain/review.ts";
import type { Command } from "../../runtime/request.ts";
import { ownDraft } from "./access.ts";
import { assertCurrentDraft, render } from "./answering.ts";
import { assertReleasable } from "./releasable.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * Releases in the same moment want the same number; all but one try again, with jitter. Of a hundred at once, by
 * simulation, none tries more than 17 times, and none waits longer than half of what the function may take.
 */
const ATTEMPTS = 20;
const JITTER_MS = 40;

/** The number was taken by another release. */
class NumberTaken extends Problem {
  constructor() {
    super("conflict", "Many alerts are being released at this moment. Release it again.");
  }
}

/** Of what is critical, and so released before anybody else looked at it. */
const reviewOf = ({ id, administration, group, version, releasedAt }: AlertHead): Review => ({
  alert: id,
  administration,
  group,
  kind: "after-release",
  state: "waiting",
  revision: version,
  askedAt: releasedAt,
});

export const releasing = ({ store, randomBytes }: Dependencies) => {
  /** The next reference, and the steps that make it this alert's alone. */
  const reserve = async (id: string, { group, audience }: AlertContent, year: number) => {
    const otherwise = () => new NumberTaken();
    const claim = (reference: string): Step => ({
      put: { ...referenceKey(reference), schema: 1, alert: id },
      when: { absent: true },
      otherwise,
    });
    if (!isCounted(audience)) {
      const reference = randomReference(group, year, randomBytes(6));
      return { reference, steps: [claim(reference)] };
    }
    const counter = counterKey(group, year);
    const count = Number((await store.get(counter))?.["count"] ?? 0);
    const reference = countedReference(group, year, count + 1);
    const step: Step = {
      put: { ...counter, schema: 1, count: count + 1 },
      when: count === 0 ? { absent: true } : { equals: { count } },
      otherwise,
    };
    return { reference, steps: [step, claim(reference)] };
  };

  const release: Command<(typeof alerts)["release"]> = {
    perform: async (request) => {
      const { params, caller, circumstances } = request;
      const found = await ownDraft(store, caller, params.id, circumstances.now);
      const { draft } = found;
      assertCurrentDraft(request, draft);
      const { content } = draft;
      const at = circumstances.now.toISOString();
      const { standing, conditions } = await assertReleasable(store, found, at);

      for (let attempt = 1; ; attempt++) {
        const { reference, steps } = await reserve(draft.id, content, circumstances.now.getUTCFullYear());
        const head: AlertHead = {
          id: draft.id,
          administration: draft.administration,
          createdBy: draft.createdBy,
          createdAt: draft.createdAt,
          changedAt: at,
          state: "released",
          reference,
          version: 1,
          group: content.group,
          audience: content.audience,
          releasedBy: caller.id,
          releasedAt: at,
          position: circumstances.newId(),
        };
        try {
          await commit(store, circumstances, {
            action: "alerts.release",
            subject: draft.id,
            detail: { reference, version: 1 },
            steps: [
              ...steps,
              { put: headItem(head), when: { absent: true } },
              {
                put: versionItem({ alert: draft.id, version: 1, releasedAt: at, content }),
                when: { absent: true },
              },
              {
                put: pointerItem(
                  `${content.group}#${draft.administration}`,
                  head.position,
                  summarise(head, content),
                ),
              },
              {
                delete: draftKey(draft.administration, draft.id),
                when: { equals: { revision: draft.revision } },
              },
              { check: administrationKey(draft.administration), when: { equals: { state: "active" } } },
              ...conditions,
              ...(standing === "afterwards" ? begunReview(reviewOf(head), summarise(head, content)) : []),
            ],
            outbox: [{ kind: "alert-released", alert: draft.id, version: 1 }],
          });
          return { subject: draft.id };
        } catch (error) {
          if (!(error instanceof NumberTaken) || attempt === ATTEMPTS) throw error;
          await new Promise((resume) => setTimeout(resume, Math.random() * JITTER_MS * attempt));
        }
      }
    },
    render: (id, { caller, circumstances }) => render(store, caller, id, circumstances.now),
  };

  return { release };
};
