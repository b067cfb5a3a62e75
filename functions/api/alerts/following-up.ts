import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { commit, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import {
  followUpItem,
  listFollowUps,
  listTranslations,
  taskItem,
  translationItem,
  translationPlace,
} from "../../../shared/adapters/records/follow-ups.ts";
import { stillMember } from "../../../shared/adapters/records/groups.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { AlertContent, type AlertHead } from "../../../shared/domain/alert.ts";
import { tlpConflict } from "../../../shared/domain/audience.ts";
import { correctedFields } from "../../../shared/domain/correction.ts";
import {
  asksAuthor,
  type FollowUp,
  type FollowUpContent,
  stricter,
} from "../../../shared/domain/follow-up.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { positionOf, versionedPage } from "../../runtime/cursor.ts";
import { patched } from "../../runtime/patched.ts";
import { type Command, isHeld, type Read } from "../../runtime/request.ts";
import { contentOf, joined } from "./access.ts";
import { supersededBy } from "./answering.ts";
import { followUpAnswer, followUpOf, viewOf } from "./conversation.ts";
import { assertSound } from "./sound.ts";

type Contract = typeof alerts;

/** What cannot be added to this alert by this administration, whatever it says. */
const assertFits = (type: FollowUpContent["type"], head: AlertHead, caller: Caller): void => {
  if (head.state !== "released")
    throw new Problem("conflict", `${head.reference} is ${head.state}; nothing is added to it any more.`);
  if (!asksAuthor(type) || head.administration !== caller.administration) return;
  throw new Problem(
    "conflict",
    "Your own administration issued this alert: revise it instead of asking it about it or proposing to it.",
  );
};

/** A proposal is made on what its proposer read, changes something, and leaves an alert that could be released so. */
const assertCorrects = (
  head: AlertHead,
  current: AlertContent,
  { version, patch }: Extract<FollowUpContent, { type: "correction-proposal" }>,
  now: Date,
): void => {
  if (version !== head.version) throw supersededBy(head.version);
  const corrected = inPatch(() => patched(AlertContent, current, patch));
  if (correctedFields(current, patch).length === 0)
    throw invalid("/content/patch", "The alert says so already. Propose what would be different.");
  inPatch(() => assertSound(corrected, now));
};

/** Fields at fault are named where the sender wrote them. */
const inPatch = <T>(check: () => T): T => {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.errors.map(({ pointer, detail }) => ({
      pointer: `/content/patch${pointer}`,
      detail,
    }));
    throw new Problem(error.kind, error.message, errors);
  }
};

export const followingUp = ({ store }: { readonly store: RecordStore }) => {
  const followUps: Read<Contract["followUps"]> = async (request) => {
    const { params, query, caller, circumstances } = request;
    const { head } = await joined(store, caller, params.id, circumstances.now);
    const binding = [caller.id, "follow-ups", head.id, query.type];
    const after = positionOf(query.cursor, binding);
    const isOfTranslations = query.type !== undefined;
    const [page, { tlp }] = await Promise.all([
      (isOfTranslations ? listTranslations : listFollowUps)(store, head.id, query.limit, after),
      contentOf(store, head),
    ]);
    const last = page.more ? page.items.at(-1) : undefined;
    const next = last && (isOfTranslations ? translationPlace(last) : last.id);
    const items = page.items.map((each) => viewOf(each, head.administration, tlp, caller.administration));
    const answer = versionedPage(items, next, binding);
    if (!isHeld(request, answer))
      await recordDisclosure(store, circumstances, {
        action: "alerts.follow-ups",
        subject: head.id,
        detail: { rows: items.length },
      });
    return answer;
  };

  const followUp: Command<Contract["followUp"]> = {
    perform: async ({ params, body, caller, circumstances }) => {
      const { head, membership } = await joined(store, caller, params.id, circumstances.now);
      const { content } = body;
      assertFits(content.type, head, caller);
      const current = await contentOf(store, head);
      const tlp = body.tlp ?? current.tlp;
      if (stricter(tlp, current.tlp) !== tlp)
        throw invalid("/tlp", `The alert is TLP:${current.tlp}; what is added to it is at least as strict.`);
      const conflict = tlpConflict(tlp, current.audience);
      if (conflict !== undefined)
        throw invalid(
          "/tlp",
          "It goes to all who may read the alert, which is its whole group: not TLP:RED.",
        );
      if (content.type === "correction-proposal") assertCorrects(head, current, content, circumstances.now);
      const at = circumstances.now.toISOString();
      const { administration } = caller;
      const added: FollowUp = {
        id: circumstances.newId(),
        alert: head.id,
        administration,
        by: caller.id,
        at,
        version: head.version,
        tlp,
        state: asksAuthor(content.type) ? "open" : "stated",
        content,
      };
      const { id, state } = added;
      const task = { id, alert: head.id, type: content.type, state, from: administration, at };
      await commit(store, circumstances, {
        action: "alerts.follow-up",
        subject: id,
        detail: { alert: head.id, reference: head.reference, type: content.type },
        steps: [
          { put: followUpItem(added), when: { absent: true } },
          ...(content.type === "translation" ? [{ put: translationItem(added, content.language) }] : []),
          ...(state === "open" ? [{ put: taskItem(head.administration, task) }] : []),
          // A proposal is of one version; anything else may be said while the author revises.
          {
            check: headKey(head.id),
            when: {
              equals: {
                state: "released",
                ...(content.type === "correction-proposal" ? { version: head.version } : {}),
              },
            },
          },
          stillMember(membership),
        ],
      });
      return { subject: id };
    },
    render: async (followUp, { params, caller, circumstances }) => {
      const place = await followUpOf(store, caller, { id: params.id, followUp }, circumstances.now);
      return {
        ...(await followUpAnswer(store, { ...place, caller })),
        location: `/v1/alerts/${params.id}/follow-ups`,
      };
    },
  };

  return { followUps, followUp };
};
