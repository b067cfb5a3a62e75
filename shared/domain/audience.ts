import * as z from "zod/mini";
import { type GroupId, isMember, type Membership, mayReadBack } from "./group.ts";
import { AdministrationCode, type Instant } from "./identifiers.ts";

/** TLP 2.0 (FIRST), from the most to the least restricted. It limits redistribution, not who is told. */
export const tlpLabels = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"] as const;
export const Tlp = z.enum(tlpLabels).check(z.describe("Traffic Light Protocol 2.0 label"));
export type Tlp = z.infer<typeof Tlp>;

/** Who may see an alert: every member of its group, or the members named. The author's own always may. */
export const Audience = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("group") }),
  z.strictObject({
    kind: z.literal("administrations"),
    administrations: z.array(AdministrationCode).check(
      z.minLength(1, "Name at least one administration."),
      z.maxLength(200, "Name at most 200 administrations, or address the whole group."),
      z.refine((codes) => new Set(codes).size === codes.length, "Name each administration once."),
    ),
  }),
]);
export type Audience = z.infer<typeof Audience>;

/** Why this label cannot be kept with this audience; undefined when it can. */
export const tlpConflict = (tlp: Tlp, audience: Audience): string | undefined =>
  tlp === "RED" && audience.kind === "group"
    ? "TLP:RED needs named administrations. Name them, or choose TLP:AMBER+STRICT for the whole group."
    : undefined;

/** What decides about reading: the parts of an alert that every way out has at hand. */
export interface Disseminated {
  readonly group: GroupId;
  readonly author: AdministrationCode;
  readonly audience: Audience;
  readonly releasedAt: Instant;
}

/**
 * Whether a membership reaches back to something released, whoever it was addressed to; the author's own always reaches, and
 * what was acknowledged stays readable. What stands in a scope of the feed is addressed to its readers already, so that a
 * list asks this alone.
 */
export const isWithinReach = (
  { author, group, releasedAt }: Omit<Disseminated, "audience">,
  reader: AdministrationCode,
  membership: Membership | undefined,
  now: Instant,
  acknowledged = false,
): boolean =>
  reader === author ||
  acknowledged ||
  (membership !== undefined && membership.group === group && mayReadBack(membership, releasedAt, now));

/**
 * Whether an administration may see something released. The one decision behind every way out: pages,
 * acknowledgements, notices. Its people's roles are decided apart (permissions.ts).
 */
export const maySee = (
  what: Disseminated,
  reader: AdministrationCode,
  membership: Membership | undefined,
  now: Instant,
  acknowledged = false,
): boolean => {
  const { audience, author } = what;
  const addressed = audience.kind === "group" || audience.administrations.includes(reader);
  return (reader === author || addressed) && isWithinReach(what, reader, membership, now, acknowledged);
};

/** The administrations to be told of a release: the addressed members of this moment, and the author's own people. */
export const recipients = (
  what: Disseminated,
  members: readonly Membership[],
): readonly AdministrationCode[] => [
  ...new Set([
    what.author,
    ...members
      .filter((member) => isMember(member, what.releasedAt))
      .map((member) => member.administration)
      .filter((code) => what.audience.kind === "group" || what.audience.administrations.includes(code)),
  ]),
];

/** A partition of the feed: what a group's members all may read, or what is one member's alone. */
export type Scope = GroupId | `${GroupId}#${AdministrationCode}`;

/** Where one recipient finds a release: in the group's feed, or in its own. */
export const scopeFor = ({ audience, group }: Disseminated, recipient: AdministrationCode): Scope =>
  audience.kind === "group" ? group : `${group}#${recipient}`;

/** Where a release is listed: in the group's feed, or in the feed of each recipient. */
export const scopesOf = (what: Disseminated, to: readonly AdministrationCode[]): readonly Scope[] => [
  ...new Set(to.map((code) => scopeFor(what, code))),
];

/** What a member's list is merged from. */
export const scopesFor = (group: GroupId, reader: AdministrationCode): readonly Scope[] => [
  group,
  `${group}#${reader}`,
];
