import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { getMembership, membersOf } from "../../../shared/adapters/records/groups.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { isMember } from "../../../shared/domain/group.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { suggestedAudience } from "../../../shared/domain/suggested-audience.ts";
import type { Read } from "../../runtime/request.ts";
import { contentOf, reach } from "./access.ts";

/** To the author's side alone, and of the members that it may see in the group itself. */
export const suggesting = ({ store }: { readonly store: RecordStore }) => {
  const suggested: Read<(typeof alerts)["suggestedAudience"]> = async ({ params, caller, circumstances }) => {
    const found = await reach(store, caller, params.id, circumstances.now);
    if (found.side !== "author")
      throw new Problem("forbidden", "Only its author's administration decides who an alert goes to.");
    const content = "draft" in found ? found.draft.content : await contentOf(store, found.head);
    const { administration } = caller;
    const now = circumstances.now.toISOString();
    const own = await getMembership(store, content.group, administration);
    const members = own !== undefined && isMember(own, now) ? await membersOf(store, content.group) : [];
    const among = members
      .filter((member) => isMember(member, now))
      .map((member) => member.administration)
      .filter((code) => code !== administration);
    const items = suggestedAudience(content, among);
    await recordDisclosure(store, circumstances, {
      action: "alerts.suggested-audience",
      subject: params.id,
      detail: { rows: items.length },
    });
    return { body: { group: content.group, items } };
  };
  return { suggestedAudience: suggested };
};
