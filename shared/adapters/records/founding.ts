import type { Administration } from "../../domain/administration.ts";
import type { ContactPointList } from "../../domain/contact-point.ts";
import type { Id, Instant } from "../../domain/identifiers.ts";
import type { OutboxWork } from "../../domain/outbox.ts";
import { Problem } from "../../domain/problem.ts";
import type { User } from "../../domain/user.ts";
import { administrationItem } from "./administrations.ts";
import type { Step } from "./change.ts";
import { contactPointsBegin } from "./contact-points.ts";
import { userAddressItem, userItem } from "./users.ts";

interface Founding {
  /** One that left, and comes back. */
  readonly existing: Administration | undefined;
  readonly administration: Pick<Administration, "code" | "kind" | "name" | "region">;
  readonly registrationId?: Id;
  readonly recognitionPhrase: string;
  /** The first of them is the first user. */
  readonly contactPoints: ContactPointList;
  readonly at: Instant;
  readonly newId: () => Id;
}

/**
 * What an administration begins with, as steps of the change that lets it in; the work makes the rest of it. One that comes
 * back begins anew: what it had before is let go of before it has a pool again.
 */
export const founding = ({
  existing,
  administration: { code, kind, name, region },
  registrationId,
  recognitionPhrase,
  contactPoints,
  at,
  newId,
}: Founding): { readonly steps: readonly Step[]; readonly work: OutboxWork } => {
  const [primary] = contactPoints.contactPoints;
  if (primary === undefined) throw new Error(`${code} has no contact point to begin with`);
  const firstUser: User = {
    id: newId(),
    administration: code,
    name: primary.name,
    email: primary.email,
    roles: ["contact-point"],
    state: "invited",
    revision: 1,
    createdAt: at,
    changedAt: at,
  };
  const administration: Administration = {
    code,
    kind,
    name,
    ...(region === undefined ? {} : { region }),
    state: "approved",
    recognitionPhrase,
    ...(registrationId === undefined ? {} : { registrationId }),
    firstUserId: firstUser.id,
    topics: [],
    ...(existing === undefined ? {} : { formerly: formerOf(existing) }),
    revision: (existing?.revision ?? 0) + 1,
    createdAt: at,
    changedAt: at,
  };
  return {
    steps: [
      {
        put: administrationItem(administration),
        when: existing === undefined ? { absent: true } : { equals: { revision: existing.revision } },
        otherwise: () => new Problem("conflict", `${code} was let in at this moment.`),
      },
      { put: userItem(firstUser) },
      { put: userAddressItem(firstUser) },
      ...contactPointsBegin(contactPoints),
    ],
    work: { kind: "provision-administration", administration: code },
  };
};

const formerOf = ({ pool, topics }: Administration): NonNullable<Administration["formerly"]> => ({
  ...(pool === undefined ? {} : { pool }),
  topics,
});
