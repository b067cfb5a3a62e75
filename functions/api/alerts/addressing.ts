import { getGroupFor, getMemberships, membersOf } from "../../../shared/adapters/records/groups.ts";
import type { AlertContent, AlertHead } from "../../../shared/domain/alert.ts";
import { addressedBy } from "../../../shared/domain/audience.ts";
import {
  endedRefusal,
  type Group,
  isMember,
  type Membership,
  mayReadBack,
} from "../../../shared/domain/group.ts";
import type { AdministrationCode, Instant } from "../../../shared/domain/identifiers.ts";
import { invalid } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

type Addressed = Pick<AlertContent, "audience" | "group">;

/** Whoever is named, or left out, is in the group. */
const assertMembers = async (
  store: RecordStore,
  group: string,
  codes: readonly AdministrationCode[],
  now: Instant,
): Promise<void> => {
  const members = (await getMemberships(store, group, codes))
    .filter((member) => isMember(member, now))
    .map(({ administration }) => administration);
  const strangers = codes.filter((code) => !members.includes(code));
  if (strangers.length > 0)
    throw invalid(
      "/audience/administrations",
      `Not in the group ${group}: ${strangers.join(", ")}. Leave them out.`,
    );
};

/** Whoever is added to a released alert may read back to its release: all its versions are theirs from then on. */
export const assertReadingBack = async (
  store: RecordStore,
  { group, releasedAt }: Pick<AlertHead, "group" | "releasedAt">,
  added: readonly AdministrationCode[],
  now: Instant,
): Promise<void> => {
  const reading = (await getMemberships(store, group, added))
    .filter((member) => isMember(member, now) && mayReadBack(member, releasedAt, now))
    .map(({ administration }) => administration);
  const strangers = added.filter((code) => !reading.includes(code));
  if (strangers.length > 0)
    throw invalid(
      "/audience/administrations",
      `Not in the group ${group}, or not since the release: ${strangers.join(", ")}. Leave them out; release another alert to who joined later.`,
    );
};

/** Whom regions, or all but some, stand for at this moment; a release keeps it. Undefined where the audience says it by itself. */
export const frozen = async (
  store: RecordStore,
  { audience, group }: Addressed,
  at: Instant,
): Promise<readonly AdministrationCode[] | undefined> =>
  audience.kind === "regions" || audience.kind === "all-but"
    ? addressedBy(audience, await membersOf(store, group), at)
    : undefined;

/** Regions, or all but some, in which nobody else would read it. */
const assertSomebody = async (
  store: RecordStore,
  content: Addressed,
  author: AdministrationCode,
  now: Instant,
): Promise<void> => {
  const addressed = await frozen(store, content, now);
  if (addressed === undefined || addressed.some((code) => code !== author)) return;
  throw content.audience.kind === "regions"
    ? invalid(
        "/audience/regions",
        `No other member of ${content.group} is in these regions. Add another one.`,
      )
    : invalid(
        "/audience/administrations",
        `Nobody else of ${content.group} would be left to read it. Leave out fewer.`,
      );
};

/**
 * Refuses an author outside the group, and addressees outside it. Who is in it, its members may know: an outsider is
 * told before anybody else is looked up. The one place where an audience is held to the members of the moment.
 */
export const assertAddressable = async (
  store: RecordStore,
  { audience, group }: Addressed,
  author: AdministrationCode,
  now: Instant,
): Promise<{ readonly group: Group; readonly membership: Membership }> => {
  const { group: found, membership: own } = await getGroupFor(store, group, author);
  if (found === undefined || own === undefined || !isMember(own, now))
    throw invalid("/group", "Your administration is in no group of this name.");
  const ended = endedRefusal(found, now);
  if (ended !== undefined) throw invalid("/group", ended);
  if (audience.kind === "administrations" || audience.kind === "all-but")
    await assertMembers(store, group, audience.administrations, now);
  await assertSomebody(store, { audience, group }, author, now);
  return { group: found, membership: own };
};
