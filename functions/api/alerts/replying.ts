import { getVersion } from "../../../shared/adapters/records/alerts.ts";
import { commit, type Step } from "../../../shared/adapters/records/change.ts";
import { followUpItem, taskItem, taskKey } from "../../../shared/adapters/records/follow-ups.ts";
import { getReview } from "../../../shared/adapters/records/reviews.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { AlertContent, type AlertHead } from "../../../shared/domain/alert.ts";
import { overtakenFields } from "../../../shared/domain/correction.ts";
import type { FollowUp, FollowUpContent } from "../../../shared/domain/follow-up.ts";
import type { FollowUpState } from "../../../shared/domain/follow-up-kind.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { patched } from "../../runtime/patched.ts";
import type { Command, Request } from "../../runtime/request.ts";
import { contentOf } from "./access.ts";
import { assertCurrentVersion } from "./answering.ts";
import { followUpAnswer, followUpOf } from "./conversation.ts";
import { publish } from "./publishing.ts";

type Contract = typeof alerts;
type Replying = Contract["acceptFollowUp"] | Contract["rejectFollowUp"] | Contract["answerFollowUp"];
type ToReply = Pick<Request<Replying>, "params" | "caller" | "circumstances" | "ifMatch">;
type Proposal = Extract<FollowUpContent, { type: "correction-proposal" }>;

/** So long the asker's administration finds the reply among what it has to look at. */
const SHOWN_DAYS = 14;

const already = ({ state }: FollowUp): Problem =>
  new Problem("conflict", `It was ${state} already; read it again.`);

/** What a follow-up became, in the same moment for the alert's readers, its author and its asker. */
const repliedSteps = (
  head: AlertHead,
  found: FollowUp,
  state: FollowUpState,
  reply: NonNullable<FollowUp["reply"]>,
): readonly Step[] => [
  {
    put: followUpItem({ ...found, state, reply }),
    when: { equals: { state: "open" } },
    otherwise: () => new Problem("conflict", "Somebody else replied to it at this moment; read it again."),
  },
  { delete: taskKey(head.administration, found.id) },
  {
    put: taskItem(found.administration, {
      id: found.id,
      alert: head.id,
      type: found.content.type,
      state,
      from: head.administration,
      at: reply.at,
      expiresAt: Math.floor(Date.parse(reply.at) / 1000) + SHOWN_DAYS * 86_400,
    }),
  },
];

export const replying = ({ store }: { readonly store: RecordStore }) => {
  /** What waits for the author's reply, to the author alone. */
  const asked = async <Type extends FollowUpContent["type"]>(request: ToReply, type: Type) => {
    const { params, caller, circumstances } = request;
    const place = await followUpOf(store, caller, params, circumstances.now);
    const { head, found } = place;
    if (head.administration !== caller.administration)
      throw new Problem("forbidden", "The administration that issued the alert replies to it.");
    const { content } = found;
    if (content.type !== type)
      throw new Problem("conflict", `This is a ${content.type}; this reply is to a ${type}.`);
    if (found.state !== "open") throw already(found);
    assertCurrentVersion(request, head);
    return { ...place, content: content as Extract<FollowUpContent, { type: Type }> };
  };

  const render: Command<Replying>["render"] = async (_, { params, caller, circumstances }) => {
    const place = await followUpOf(store, caller, params, circumstances.now);
    return followUpAnswer(store, { ...place, caller });
  };

  const said = async (
    { circumstances, caller }: ToReply,
    { head, found }: { readonly head: AlertHead; readonly found: FollowUp },
    state: "rejected" | "answered",
    text: string,
  ) => {
    const reply = { at: circumstances.now.toISOString(), by: caller.id, text };
    await commit(store, circumstances, {
      action: state === "rejected" ? "alerts.reject-follow-up" : "alerts.answer-follow-up",
      subject: head.id,
      detail: { reference: head.reference, followUp: found.id },
      steps: repliedSteps(head, found, state, reply),
    });
    return { subject: head.id };
  };

  /** The alert with the proposal in it: made of an earlier version, only where what it corrects is as it was then. */
  const corrected = async (head: AlertHead, { version, patch }: Proposal): Promise<AlertContent> => {
    const current = await contentOf(store, head);
    const base = version === head.version ? undefined : await getVersion(store, head.id, version);
    const overtaken = base === undefined ? [] : overtakenFields(base.content, current, patch);
    if (overtaken.length > 0)
      throw new Problem(
        "conflict",
        `It was made of version ${version}; since then you changed ${overtaken.join(", ")}. Revise the alert yourself, or reject it.`,
      );
    try {
      return patched(AlertContent, current, patch);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new Problem(
        "conflict",
        `It was made of version ${version} and does not fit version ${head.version}: ${error.message} Revise the alert yourself, or reject it.`,
      );
    }
  };

  const acceptFollowUp: Command<Contract["acceptFollowUp"]> = {
    perform: async (request) => {
      const { body, caller, circumstances } = request;
      const { head, found, content } = await asked(request, "correction-proposal");
      const { administration, id } = found;
      const reply = {
        at: circumstances.now.toISOString(),
        by: caller.id,
        version: head.version + 1,
        ...(body.text === undefined ? {} : { text: body.text }),
      };
      const review = await getReview(store, head.id);
      await publish(
        store,
        circumstances,
        { head, review },
        {
          kind: "revise",
          action: "alerts.accept-follow-up",
          by: caller.id,
          content: await corrected(head, content),
          minor: body.minor,
          creditedTo: { administration, followUp: id },
          detail: { followUp: id },
          steps: repliedSteps(head, found, "accepted", reply),
        },
      );
      return { subject: head.id };
    },
    render,
  };

  const rejectFollowUp: Command<Contract["rejectFollowUp"]> = {
    perform: async (request) =>
      said(request, await asked(request, "correction-proposal"), "rejected", request.body.text),
    render,
  };

  const answerFollowUp: Command<Contract["answerFollowUp"]> = {
    perform: async (request) =>
      said(request, await asked(request, "question"), "answered", request.body.text),
    render,
  };

  return { acceptFollowUp, rejectFollowUp, answerFollowUp };
};
