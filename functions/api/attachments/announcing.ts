import { draftKey } from "../../../shared/adapters/records/alerts.ts";
import { attachmentItem, attachmentsOf, placeItem } from "../../../shared/adapters/records/attachments.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import type { attachments } from "../../../shared/contract/attachments.ts";
import {
  ATTACHMENTS_PER_ALERT,
  type Attachment,
  attachmentConflict,
} from "../../../shared/domain/attachment.ts";
import type { AttachmentFiles } from "../../../shared/domain/attachment-files.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Command } from "../../runtime/request.ts";
import { ownDraft } from "../alerts/access.ts";
import { assertChangeable } from "../alerts/stepping.ts";
import { viewing } from "./viewing.ts";

type Contract = typeof attachments;

interface Dependencies {
  readonly store: RecordStore;
  readonly files: AttachmentFiles;
}

const places = Array.from({ length: ATTACHMENTS_PER_ALERT }, (_, n) => n + 1);

/** An attachment begins as what its sender says of it. */
export const announcing = ({ store, files }: Dependencies) => {
  const { load, view } = viewing({ store, files });

  const freePlace = async (alert: string): Promise<number> => {
    const taken = new Set((await attachmentsOf(store, alert)).map(({ place }) => place));
    const free = places.filter((place) => !taken.has(place));
    // Any of them: several files are announced at once, and the first one would be everybody's.
    const place = free[Math.floor(Math.random() * free.length)];
    if (place === undefined)
      throw new Problem(
        "conflict",
        `An alert has at most ${ATTACHMENTS_PER_ALERT} attachments. Remove one first.`,
      );
    return place;
  };

  const create: Command<Contract["create"]> = {
    perform: async ({ body, caller, circumstances }) => {
      const { draft } = await ownDraft(store, caller, body.alert, circumstances.now);
      assertChangeable(draft.state);
      const conflict = attachmentConflict(body);
      if (conflict !== undefined) throw invalid(conflict.pointer, conflict.detail);
      await freePlace(draft.id);
      const id = circumstances.newId();
      const at = circumstances.now.toISOString();
      const { alert, fileName, mediaType, size, sha256, parts = [sha256], caption, tlp } = body;
      const announced = {
        id,
        alert,
        administration: caller.administration,
        createdBy: caller.id,
        createdAt: at,
        changedAt: at,
        revision: 1,
        ...{ fileName, mediaType, size, sha256, parts },
        ...(caption === undefined ? {} : { caption }),
        ...(tlp === undefined ? {} : { tlp }),
        state: "awaited" as const,
        upload: await files.begin(id),
      };
      const taken = new Problem("conflict", "Others are being attached at this moment. Try again.");
      for (let attempt = 1; ; attempt++) {
        const attachment: Attachment = { ...announced, place: await freePlace(alert) };
        try {
          await commit(store, circumstances, {
            action: "attachments.create",
            subject: id,
            detail: { alert },
            steps: [
              { put: attachmentItem(attachment), when: { absent: true } },
              { put: placeItem(attachment), when: { absent: true }, otherwise: () => taken },
              {
                check: draftKey(caller.administration, alert),
                when: { equals: { state: draft.state } },
              },
            ],
          });
          return { subject: id };
        } catch (error) {
          if (error !== taken || attempt === ATTACHMENTS_PER_ALERT) throw error;
        }
      }
    },
    render: async (id, { caller, circumstances }) => {
      const { attachment, found } = await load(caller, id, circumstances.newId(), circumstances.now);
      return { body: await view(attachment, found, circumstances.now), location: `/v1/attachments/${id}` };
    },
  };

  return { create };
};
