import { getMembership, membersOf } from "../../../shared/adapters/records/groups.ts";
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
  const own = await getMembership(store, group, author);
  if (own === undefined || !isMember(own, now))
    throw invalid("/group", "Your administration is in no group of this name.");
  // A draft saves itself every few seconds: whom the whole group is made of is not asked for.
  if (audience.kind === "group") return;
  const members = (await membersOf(store, group))
    .filter((member) => isMember(member, now))
    .map(({ administration }) => administration);
  const strangers = audience.administrations.filter((code) => !members.includes(code));
  if (strangers.length > 0)
    throw invalid(
      "/audience/administrations",
      `Not in the group ${group}: ${strangers.join(", ")}. Leave them out.`,
    );
};
