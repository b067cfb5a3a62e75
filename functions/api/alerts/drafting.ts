import { draftItem, draftKey } from "../../../shared/adapters/records/alerts.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { endedReview } from "../../../shared/adapters/records/reviews.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { AlertContent, contentConflict, type Draft, movedDraft } from "../../../shared/domain/alert.ts";
import type { Group } from "../../../shared/domain/group.ts";
import { transitions } from "../../../shared/domain/lifecycle.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { standingOf } from "../../../shared/domain/review.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { patched } from "../../runtime/patched.ts";
import type { Command, Read, Request } from "../../runtime/request.ts";
import { ownDraft } from "./access.ts";
import { assertAddressable } from "./addressing.ts";
import { assertCurrentDraft, draftAnswer, render } from "./answering.ts";
import { assertChangeable, assertStep } from "./stepping.ts";

type Contract = typeof alerts;

/** An alert's own limit, in bytes of JSON (api.md); the table's is 400 KB an item. */
const CONTENT_LIMIT = 200 * 1024;

export const drafting = ({ store }: { readonly store: RecordStore }) => {
  const check = async (content: AlertContent, caller: Caller, now: Date): Promise<Group> => {
    const conflict = contentConflict(content);
    if (conflict !== undefined) throw invalid(conflict.pointer, conflict.detail);
    if (Buffer.byteLength(JSON.stringify(content)) > CONTENT_LIMIT)
      throw new Problem("too-large", "An alert has at most 200 KiB.");
    return (await assertAddressable(store, content, caller.administration, now.toISOString())).group;
  };

  const create: Command<Contract["create"]> = {
    perform: async ({ body, caller, circumstances }) => {
      await check(body, caller, circumstances.now);
      const at = circumstances.now.toISOString();
      const draft: Draft = {
        id: circumstances.newId(),
        administration: caller.administration,
        createdBy: caller.id,
        createdAt: at,
        changedAt: at,
        state: "draft",
        revision: 1,
        content: body,
      };
      await commit(store, circumstances, {
        action: "alerts.create",
        subject: draft.id,
        steps: [{ put: draftItem(draft), when: { absent: true } }],
      });
      return { subject: draft.id };
    },
    render: async (id, { caller, circumstances }) => ({
      ...(await render(store, caller, id, circumstances.now)),
      location: `/v1/alerts/${id}`,
    }),
  };

  const update: Read<Contract["update"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    const { draft, review, side } = await ownDraft(store, caller, params.id, circumstances.now);
    assertCurrentDraft(request, draft);
    assertChangeable(draft.state);
    const content = patched(AlertContent, draft.content, body);
    const group = await check(content, caller, circumstances.now);
    const next: Draft = {
      ...draft,
      content,
      revision: draft.revision + 1,
      changedAt: circumstances.now.toISOString(),
    };
    await commit(store, circumstances, {
      action: "alerts.update",
      subject: draft.id,
      unrecorded: true,
      steps: [{ put: draftItem(next), when: { equals: { revision: draft.revision } } }],
    });
    return draftAnswer(store, { side, draft: next, review, group }, circumstances.now);
  };

  const discard: Read<Contract["discard"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const { draft } = await ownDraft(store, caller, params.id, circumstances.now);
    assertCurrentDraft(request, draft);
    assertChangeable(draft.state);
    await commit(store, circumstances, {
      action: "alerts.discard",
      subject: draft.id,
      steps: [
        { delete: draftKey(caller.administration, draft.id), when: { equals: { revision: draft.revision } } },
      ],
    });
    return {};
  };

  const move = async (
    request: Pick<Request, "ifMatch" | "circumstances"> & { params: { id: string }; caller: Caller },
    name: "submit" | "return",
    reason?: string,
  ) => {
    const { params, caller, circumstances } = request;
    const { draft, review, group } = await ownDraft(store, caller, params.id, circumstances.now);
    assertCurrentDraft(request, draft);
    assertStep(name, { state: draft.state, standing: standingOf(draft, group, review) });
    const at = circumstances.now.toISOString();
    // Kept until the draft is submitted again: its author has to read what is to be changed.
    const returned = reason === undefined ? undefined : { reason, at, by: caller.id };
    const next = movedDraft(draft, transitions[name].to, at, returned);
    await commit(store, circumstances, {
      action: `alerts.${name}`,
      subject: draft.id,
      detail: { from: draft.state },
      steps: [
        { put: draftItem(next), when: { equals: { revision: draft.revision } } },
        ...(draft.state === "in-review" && review !== undefined
          ? endedReview(review, { state: "taken-back", revision: next.revision })
          : []),
      ],
    });
    return { subject: draft.id };
  };

  const submit: Command<Contract["submit"]> = {
    perform: (request) => move(request, "submit"),
    render: (id, { caller, circumstances }) => render(store, caller, id, circumstances.now),
  };
  const sendBack: Command<Contract["return"]> = {
    perform: (request) => move(request, "return", request.body.reason),
    render: (id, { caller, circumstances }) => render(store, caller, id, circumstances.now),
  };

  return { create, update, discard, submit, return: sendBack };
};
