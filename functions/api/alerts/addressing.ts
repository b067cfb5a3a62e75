import { membersOf } from "../../../shared/adapters/records/groups.ts";
import type { AlertContent } from "../../../shared/domain/alert.ts";
import { isMember } from "../../../shared/domain/group.ts";
import type { Instant } from "../../../shared/domain/identifiers.ts";
import { invalid } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/**
 * Refuses an author outside the group, and addressees outside it. Who is in it, its members may know: an outsider is
 * told before anybody else is looked up.
 */
export const assertAddressable = async (
  store: RecordStore,
  { audience, group }: AlertContent,
  author: string,
  now: Instant,
): Promise<void> => {
  const members = (await membersOf(store, group))
    .filter((member) => isMember(member, now))
    .map(({ administration }) => administration);
  if (!members.includes(author)) throw invalid("/group", "Your administration is in no group of this name.");
  if (audience.kind === "group") return;
  const strangers = audience.administrations.filter((code) => !members.includes(code));
  if (strangers.length > 0)
    throw invalid(
      "/audience/administrations",
      `Not in the group ${group}: ${strangers.join(", ")}. Leave them out.`,
    );
};
