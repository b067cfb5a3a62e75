import {
  alertByReference,
  listDrafts,
  listToAcknowledge,
  mergedFeed,
  type Pointer,
  readKey,
  stillToAcknowledge,
} from "../../../shared/adapters/records/alerts.ts";
import { auditItem, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { getMembership } from "../../../shared/adapters/records/groups.ts";
import type { AlertRow, alerts } from "../../../shared/contract/alerts.ts";
import { type Draft, describe, summarise } from "../../../shared/domain/alert.ts";
import { isWithinReach, scopesFor } from "../../../shared/domain/audience.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import { ConditionFailed, type RecordStore } from "../../../shared/domain/record-store.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Read, Request } from "../../runtime/request.ts";
import { draftAnswer, reach, releasedAnswer } from "./access.ts";

type Contract = typeof alerts;

const draftRow = ({ id, administration, state, content, changedAt }: Draft): AlertRow => ({
  ...describe(content),
  id,
  version: 0,
  administration,
  state,
  changedAt,
  toAcknowledge: false,
});

export const reading = ({ store }: { readonly store: RecordStore }) => {
  const drafts = async ({ query, caller, circumstances }: Request<Contract["list"]>) => {
    if (!may(caller, "alerts.draft"))
      throw new Problem(
        "forbidden",
        "Drafts are seen by those who may draft: officers, releasers, contact points.",
      );
    const binding = [caller.id, "drafts"];
    const page = await listDrafts(
      store,
      caller.administration,
      query.limit,
      positionOf(query.cursor, binding),
    );
    await recordDisclosure(store, circumstances, {
      action: "alerts.list",
      subject: "drafts",
      detail: { rows: page.items.length },
    });
    return pageAnswer(page.items.map(draftRow), page.more ? page.items.at(-1)?.id : undefined, binding);
  };

  /** One row or none: what the reader may not see is not there, and takes as long as what is not. */
  const byReference = async (reference: string, { caller, circumstances }: Request<Contract["list"]>) => {
    const id = (await alertByReference(store, reference)) ?? circumstances.newId();
    const found = await reach(store, caller, id, circumstances.now).catch((error: unknown) => {
      if (error instanceof Problem && error.kind === "unknown") return undefined;
      throw error;
    });
    const rows =
      found === undefined || "draft" in found
        ? []
        : [{ position: found.head.position, summary: summarise(found.head, found.content) }];
    return { items: rows, more: false };
  };

  const list: Read<Contract["list"]> = async (request) => {
    const { query, caller, circumstances } = request;
    if (query.status === "draft") return drafts(request);
    const now = circumstances.now.toISOString();
    const binding = [caller.id, "alerts", query.group, query.unacknowledged, query.reference];
    const after = positionOf(query.cursor, binding);
    const onlyOpen = query.unacknowledged === "true";
    const [membership, page] = await Promise.all([
      getMembership(store, query.group, caller.administration),
      query.reference !== undefined
        ? byReference(query.reference, request)
        : onlyOpen
          ? listToAcknowledge(store, caller.administration, query.limit, after)
          : mergedFeed(store, scopesFor(query.group, caller.administration), query.limit, after),
    ]);
    if (membership === undefined) throw unknown();
    const readable = page.items.filter(
      ({ summary }) =>
        summary.group === query.group &&
        isWithinReach({ ...summary, author: summary.administration }, caller.administration, membership, now),
    );
    const open = await stillToAcknowledge(store, caller.administration, readable);
    const wanted = ({ summary }: Pointer): boolean =>
      query.unacknowledged === undefined || open.has(summary.id) === onlyOpen;
    const items = readable.filter(wanted).map(
      ({ summary }): AlertRow => ({
        ...summary,
        state: "released",
        changedAt: summary.releasedAt,
        toAcknowledge: open.has(summary.id),
      }),
    );
    await recordDisclosure(store, circumstances, {
      action: "alerts.list",
      subject: query.group,
      detail: { rows: items.length },
    });
    return pageAnswer(items, page.more ? page.items.at(-1)?.position : undefined, binding);
  };

  const get: Read<Contract["get"]> = async ({ params, caller, circumstances }) => {
    const found = await reach(store, caller, params.id, circumstances.now);
    if ("draft" in found) {
      await recordDisclosure(store, circumstances, { action: "alerts.get", subject: params.id });
      return draftAnswer(found.draft);
    }
    const { head, content } = found;
    await noteReading(
      head.id,
      head.version,
      head.administration !== caller.administration,
      caller,
      circumstances,
    );
    return releasedAnswer(head, content);
  };

  /** The trail says who read; the ledger, when the administration read first. */
  const noteReading = async (
    id: string,
    version: number,
    inLedger: boolean,
    caller: Request<Contract["get"]>["caller"],
    circumstances: Request["circumstances"],
  ): Promise<void> => {
    const about = { action: "alerts.get", subject: id, detail: { version } };
    const at = circumstances.now.toISOString();
    const key = readKey(id, caller.administration);
    if (!inLedger || (await store.get(key)) !== undefined)
      return recordDisclosure(store, circumstances, about);
    try {
      await store.transact([
        { put: { ...key, schema: 1, administration: caller.administration, at }, when: { absent: true } },
        {
          put: auditItem({
            id: circumstances.newId(),
            at,
            administration: circumstances.administration,
            actor: circumstances.actor,
            ...about,
          }),
        },
      ]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      await recordDisclosure(store, circumstances, about);
    }
  };

  return { list, get };
};
