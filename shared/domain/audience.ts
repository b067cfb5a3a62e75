import * as z from "zod/mini";
import { type GroupId, isMember, type Membership, mayReadBack } from "./group.ts";
import { AdministrationCode, type Instant } from "./identifiers.ts";
import { WcoRegion } from "./region.ts";

/** TLP 2.0 (FIRST), from the most to the least restricted. It limits redistribution, not who is told. */
export const tlpLabels = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"] as const;
export const Tlp = z.enum(tlpLabels).check(z.describe("Traffic Light Protocol 2.0 label"));
export type Tlp = z.infer<typeof Tlp>;

export const audienceKinds = ["group", "regions", "administrations", "all-but"] as const;

const once = (codes: readonly string[]): boolean => new Set(codes).size === codes.length;

/** Who may see an alert: every member of its group, or a part of them. The author's own always may. */
export const Audience = z
  .discriminatedUnion("kind", [
    z
      .strictObject({ kind: z.literal("group") })
      .check(z.describe("The members of the group, as far back as each may read in it")),
    z
      .strictObject({
        kind: z.literal("regions"),
        regions: z
          .array(WcoRegion)
          .check(
            z.minLength(1, "Name at least one region."),
            z.maxLength(6, "There are six regions; address the whole group."),
            z.refine(once, "Name each region once."),
          ),
      })
      .check(z.describe("The group's members of these WCO regions, as they are when it is released")),
    z
      .strictObject({
        kind: z.literal("administrations"),
        administrations: z
          .array(AdministrationCode)
          .check(
            z.minLength(1, "Name at least one administration."),
            z.maxLength(200, "Name at most 200 administrations, or address the whole group."),
            z.refine(once, "Name each administration once."),
          ),
      })
      .check(z.describe("The administrations that are named")),
    z
      .strictObject({
        kind: z.literal("all-but"),
        administrations: z
          .array(AdministrationCode)
          .check(
            z.minLength(1, "Name at least one administration, or address the whole group."),
            z.maxLength(200, "Leave out at most 200 administrations, or name those who may see it."),
            z.refine(once, "Name each administration once."),
          ),
      })
      .check(z.describe("The group's members but these, as they are when it is released")),
  ])
  .check(
    z.describe("Who may see it: all members of its group, or a part of them; its author's own always may"),
  );
export type Audience = z.infer<typeof Audience>;

/** Why this label cannot be kept with this audience; undefined when it can. */
export const tlpConflict = (tlp: Tlp, { kind }: Audience): string | undefined => {
  if (tlp === "RED" && kind !== "administrations")
    return "TLP:RED needs named administrations. Name them, or choose TLP:AMBER+STRICT for the whole group.";
  // Its readers might pass it on to those who are left out, and would keep to its label.
  if (kind === "all-but" && (tlp === "GREEN" || tlp === "CLEAR"))
    return `TLP:${tlp} may be passed on within the group, so that nobody of it can be left out. Choose TLP:AMBER or TLP:AMBER+STRICT.`;
  return undefined;
};

/** What decides about reading: the parts of an alert that every way out has at hand. */
export interface Disseminated {
  readonly group: GroupId;
  readonly author: AdministrationCode;
  readonly audience: Audience;
  /** Whom regions, or all but some, stood for when it was released. */
  readonly addressed?: readonly AdministrationCode[] | undefined;
  readonly releasedAt: Instant;
  /** When its current version was made; the release itself, when left out. */
  readonly changedAt?: Instant;
}

/** The administrations that an audience stands for at this moment; undefined where it is the group, whoever is in it. */
export const addressedBy = (
  audience: Audience,
  members: readonly Membership[],
  at: Instant,
): readonly AdministrationCode[] | undefined => {
  const today = members.filter((member) => isMember(member, at));
  const codesOf = (found: readonly Membership[]) => found.map(({ administration }) => administration).sort();
  switch (audience.kind) {
    case "group":
      return undefined;
    case "administrations":
      return audience.administrations;
    case "regions":
      return codesOf(today.filter((member) => audience.regions.includes(regionAt(member, at) ?? "")));
    case "all-but":
      return codesOf(
        today.filter(({ administration }) => !audience.administrations.includes(administration)),
      );
  }
};

/** The region that an administration had in a group at an instant, whatever it is today. */
export const regionAt = ({ intervals }: Membership, at: Instant): string | undefined =>
  intervals.find(({ from, until }) => from <= at && (until === undefined || at < until))?.region;

/** What is not frozen yet is addressed to nobody but its author. */
const isAddressed = ({ audience, addressed }: Disseminated, reader: AdministrationCode): boolean => {
  switch (audience.kind) {
    case "group":
      return true;
    case "administrations":
      return audience.administrations.includes(reader);
    case "regions":
    case "all-but":
      return addressed?.includes(reader) ?? false;
  }
};

/**
 * Whether a membership reaches back to something released, whoever it was addressed to; the author's own always reaches, and
 * what was acknowledged stays readable. What stands in a scope of the feed is addressed to its readers already, so that a
 * list asks this alone.
 */
export const isWithinReach = (
  { author, group, releasedAt }: Pick<Disseminated, "author" | "group" | "releasedAt">,
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
): boolean =>
  (reader === what.author || isAddressed(what, reader)) &&
  isWithinReach(what, reader, membership, now, acknowledged);

/**
 * The administrations to be told of a version: the addressed members of the release, and the author's own people. Also who came
 * to the group, or was named, since, and may read back to the release: of this version on they are readers like the others.
 */
export const recipients = (
  what: Disseminated,
  members: readonly Membership[],
): readonly AdministrationCode[] => {
  const { audience, releasedAt, changedAt = releasedAt } = what;
  const isTold = (member: Membership): boolean =>
    // Regions, and all but some, stand for whom they stood for at the release.
    audience.kind === "administrations" || audience.kind === "group"
      ? mayReadBack(member, releasedAt, changedAt)
      : isMember(member, releasedAt);
  return [
    ...new Set([
      what.author,
      ...members
        .filter(isTold)
        .map(({ administration }) => administration)
        .filter((code) => isAddressed(what, code)),
    ]),
  ];
};

/** Whether two audiences are the same, in whatever order they name whom. */
export const isSameAudience = (one: Audience, other: Audience): boolean => {
  const written = (audience: Audience): string =>
    audience.kind === "group"
      ? ""
      : (audience.kind === "regions" ? audience.regions : audience.administrations).toSorted().join(" ");
  return one.kind === other.kind && written(one) === written(other);
};

/** Whom a revision names beside those named before; undefined where it is no such audience, or leaves somebody out. */
export const namedBeside = (before: Audience, next: Audience): readonly AdministrationCode[] | undefined => {
  if (before.kind !== "administrations" || next.kind !== "administrations") return undefined;
  const { administrations } = next;
  if (!before.administrations.every((code) => administrations.includes(code))) return undefined;
  return administrations.filter((code) => !before.administrations.includes(code));
};

/** A partition of the feed: what a group's members all may read, or what is one member's alone. */
export type Scope = GroupId | `${GroupId}#${AdministrationCode}`;

/** Where one recipient finds a release: in the group's feed, or in its own. */
export const scopeFor = (
  { audience, group }: Pick<Disseminated, "audience" | "group">,
  recipient: AdministrationCode,
): Scope => (audience.kind === "group" ? group : `${group}#${recipient}`);

/** Where a release is listed: in the group's feed, or in the feed of each recipient. */
export const scopesOf = (what: Disseminated, to: readonly AdministrationCode[]): readonly Scope[] => [
  ...new Set(to.map((code) => scopeFor(what, code))),
];

/** What a member's list is merged from. */
export const scopesFor = (group: GroupId, reader: AdministrationCode): readonly Scope[] => [
  group,
  `${group}#${reader}`,
];
