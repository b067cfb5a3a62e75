import { getGroupFor, getMemberships } from "../../../shared/adapters/records/groups.ts";
import type { AlertContent } from "../../../shared/domain/alert.ts";
import { endedRefusal, type Group, isMember, type Membership } from "../../../shared/domain/group.ts";
import type { Instant } from "../../../shared/domain/identifiers.ts";
import { invalid } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/**
 * Refuses an author outside the group, and addressees outside it. Who is in it, its members may know: an outsider is
 * told before anybody else is looked up. The one place where an audience is held to the members of the moment.
 */
export const assertAddressable = async (
  store: RecordStore,
  { audience, group }: AlertContent,
  author: string,
  now: Instant,
): Promise<{ readonly group: Group; readonly membership: Membership }> => {
  const { group: found, membership: own } = await getGroupFor(store, group, author);
  if (found === undefined || own === undefined || !isMember(own, now))
    throw invalid("/group", "Your administration is in no group of this name.");
  const ended = endedRefusal(found, now);
  if (ended !== undefined) throw invalid("/group", ended);
  if (audience.kind === "administrations") {
    const members = (await getMemberships(store, group, audience.administrations))
      .filter((member) => isMember(member, now))
      .map(({ administration }) => administration);
    const strangers = audience.administrations.filter((code) => !members.includes(code));
    if (strangers.length > 0)
      throw invalid(
        "/audience/administrations",
        `Not in the group ${group}: ${strangers.join(", ")}. Leave them out.`,
      );
  }
  return { group: found, membership: own };
};
