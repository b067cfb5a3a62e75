import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { listTasks } from "../../../shared/adapters/records/follow-ups.ts";
import { membershipsOf } from "../../../shared/adapters/records/groups.ts";
import { parsedIfAny } from "../../../shared/adapters/records/parsed.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import type { FollowUpRow } from "../../../shared/contract/follow-up-tasks.ts";
import { AlertHead } from "../../../shared/domain/alert.ts";
import { isMember } from "../../../shared/domain/group.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { positionOf, versionedPage } from "../../runtime/cursor.ts";
import { isHeld, type Read } from "../../runtime/request.ts";
import { isJoined } from "./access.ts";

type Contract = typeof alerts;

export const listingFollowUpTasks = ({ store }: { readonly store: RecordStore }) => {
  /** Of alerts alone that the administration may read today: what was recalled, or out of reach since, is not counted. */
  const followUpTasks: Read<Contract["followUpTasks"]> = async (request) => {
    const { query, caller, circumstances } = request;
    const { administration } = caller;
    const now = circumstances.now.toISOString();
    const binding = [caller.id, "follow-up-tasks"];
    const [page, memberships] = await Promise.all([
      listTasks(store, administration, query.limit, positionOf(query.cursor, binding)),
      membershipsOf(store, administration),
    ]);
    const heads = await store.getMany(page.items.map(({ alert }) => headKey(alert)));
    const membershipIn = new Map(
      memberships.filter((each) => isMember(each, now)).map((each) => [each.group, each]),
    );
    const items = page.items.flatMap(({ expiresAt, ...task }, n): FollowUpRow[] => {
      const head = parsedIfAny(AlertHead, heads[n]);
      const isOver = expiresAt !== undefined && expiresAt * 1000 <= circumstances.now.getTime();
      if (head === undefined || head.state === "recalled" || isOver) return [];
      if (!isJoined(head, administration, membershipIn.get(head.group), now)) return [];
      return [{ ...task, reference: head.reference }];
    });
    const next = page.more ? page.items.at(-1)?.id : undefined;
    const answer = versionedPage(items, next, binding);
    if (!isHeld(request, answer))
      await recordDisclosure(store, circumstances, {
        action: "alerts.follow-up-tasks",
        subject: "follow-ups",
        detail: { rows: items.length },
      });
    return answer;
  };

  return { followUpTasks };
};
