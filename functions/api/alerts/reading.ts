import { alertByReference } from "../../../shared/adapters/records/alert-places.ts";
import {
  acknowledgementKey,
  listDrafts,
  listToAcknowledge,
  mergedFeed,
  type Pointer,
  readKey,
  stillToAcknowledge,
} from "../../../shared/adapters/records/alerts.ts";
import { auditItem, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { getMembership, membershipsOf } from "../../../shared/adapters/records/groups.ts";
import type { AlertRow } from "../../../shared/contract/alert-list.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { type Draft, describe, summarise } from "../../../shared/domain/alert.ts";
import { isWithinReach } from "../../../shared/domain/audience.ts";
import type { Membership } from "../../../shared/domain/group.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import { ConditionFailed, type RecordStore } from "../../../shared/domain/record-store.ts";
import { positionOf, versionedPage } from "../../runtime/cursor.ts";
import { isHeld, type Read, type Request } from "../../runtime/request.ts";
import { contentOf, reach } from "./access.ts";
import { draftAnswer, releasedAnswer } from "./answering.ts";
import { mergedGroups, partsOf, type Rows, rowsOf } from "./merging.ts";
import { toReview } from "./to-review.ts";

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
  const drafts = async (request: Request<Contract["list"]>) => {
    const { query, caller, circumstances } = request;
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
    const next = page.more ? page.items.at(-1)?.id : undefined;
    const answer = versionedPage(page.items.map(draftRow), next, binding);
    if (!isHeld(request, answer))
      await recordDisclosure(store, circumstances, {
        action: "alerts.list",
        subject: "drafts",
        detail: { rows: page.items.length },
      });
    return answer;
  };

  /** One row or none: what the reader may not see is not there, and takes as long as what is not. */
  const byReference = async (
    reference: string,
    { caller, circumstances }: Request<Contract["list"]>,
  ): Promise<Rows> => {
    const id = (await alertByReference(store, reference)) ?? circumstances.newId();
    const found = await reach(store, caller, id, circumstances.now).catch((error: unknown) => {
      if (error instanceof Problem && error.kind === "unknown") return undefined;
      throw error;
    });
    if (found === undefined || "draft" in found || !found.isAddressed) return { items: [] };
    const { head } = found;
    const summary = summarise(head, await contentOf(store, head));
    return { items: [{ position: head.position, summary }] };
  };

  /** The newest rows that may be of interest, and the memberships that decide which of them may be read. */
  const found = async (request: Request<Contract["list"]>, after: string | undefined) => {
    const { query, caller, circumstances } = request;
    const { administration } = caller;
    const { group, limit, reference } = query;
    const named = async (): Promise<Rows | undefined> => {
      if (reference !== undefined) return byReference(reference, request);
      if (query.unacknowledged !== "true") return undefined;
      return rowsOf(await listToAcknowledge(store, administration, limit, after));
    };
    const now = circumstances.now.toISOString();
    if (group === undefined) {
      const memberships = await membershipsOf(store, administration);
      const rows = (await named()) ?? (await mergedGroups(store, memberships, { now, limit, after }));
      return { memberships, rows };
    }
    const membership = await getMembership(store, group, administration);
    if (membership === undefined) throw unknown();
    const rows = (await named()) ?? rowsOf(await mergedFeed(store, partsOf(membership, now), limit, after));
    return { memberships: [membership], rows };
  };

  /** What a membership does not reach to may be read by whoever acknowledged it. */
  const readable = async (
    rows: readonly Pointer[],
    memberships: readonly Membership[],
    reader: string,
    now: string,
  ): Promise<readonly Pointer[]> => {
    const membershipIn = new Map(memberships.map((membership) => [membership.group, membership]));
    const ofGroups = rows.filter(({ summary }) => membershipIn.has(summary.group));
    const reached = ({ summary }: Pointer): boolean =>
      isWithinReach(
        { ...summary, author: summary.administration },
        reader,
        membershipIn.get(summary.group),
        now,
      );
    const beyond = ofGroups.filter((row) => !reached(row));
    const marks = await store.getMany(beyond.map(({ summary }) => acknowledgementKey(summary.id, reader)));
    const acknowledged = new Set(beyond.filter((_, n) => marks[n] !== undefined));
    return ofGroups.filter((row) => reached(row) || acknowledged.has(row));
  };

  const list: Read<Contract["list"]> = async (request) => {
    const { query, caller, circumstances } = request;
    if (query.status === "draft") return drafts(request);
    if (query.status === "in-review") return toReview(store, request);
    const now = circumstances.now.toISOString();
    const binding = [caller.id, "alerts", query.group, query.unacknowledged, query.reference];
    const after = positionOf(query.cursor, binding);
    const onlyOpen = query.unacknowledged === "true";
    const { memberships, rows } = await found(request, after);
    const own = await readable(rows.items, memberships, caller.administration, now);
    const open = await stillToAcknowledge(store, caller.administration, own);
    const wanted = ({ summary }: Pointer): boolean =>
      query.unacknowledged === undefined || open.has(summary.id) === onlyOpen;
    const items = own.filter(wanted).map(
      ({ summary }): AlertRow => ({
        ...summary,
        state: "released",
        changedAt: summary.releasedAt,
        toAcknowledge: open.has(summary.id),
      }),
    );
    const answer = versionedPage(items, rows.next, binding);
    if (!isHeld(request, answer))
      await recordDisclosure(store, circumstances, {
        action: "alerts.list",
        subject: query.group ?? "all groups",
        detail: { rows: items.length },
      });
    return answer;
  };

  const get: Read<Contract["get"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const found = await reach(store, caller, params.id, circumstances.now);
    if ("draft" in found) {
      const answer = await draftAnswer(store, found, circumstances.now);
      if (!isHeld(request, answer))
        await recordDisclosure(store, circumstances, {
          action: "alerts.get",
          subject: params.id,
          ...(found.side === "reviewer" ? { detail: { state: found.draft.state } } : {}),
        });
      return answer;
    }
    const { head, side, isAddressed } = found;
    // Who reviews it without being addressed is in the trail, and no line of the ledger.
    const answer = await releasedAnswer(store, found, circumstances.now);
    if (!isHeld(request, answer))
      await noteReading(head.id, head.version, side !== "author" && isAddressed, caller, circumstances);
    return answer;
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
