import { v7 } from "uuid";
import { administrationItem } from "../../../shared/adapters/records/administrations.ts";
import { contactPointsItem } from "../../../shared/adapters/records/contact-points.ts";
import { membershipItems } from "../../../shared/adapters/records/groups.ts";
import { userAddressItem, userItem } from "../../../shared/adapters/records/users.ts";
import { type Administration, administrationKinds } from "../../../shared/domain/administration.ts";
import type { ContactPointEntry } from "../../../shared/domain/contact-point.ts";
import type { Role } from "../../../shared/domain/permissions.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assignableRoles, type User } from "../../../shared/domain/user.ts";

const at = "2026-11-01T00:00:00.000Z";

/** As an application names one. */
export const contactPoint = (name: string) => ({
  name,
  function: "National contact point",
  email: `${name.toLowerCase()}@customs.example`,
  phone: "+33140246510",
  language: "fr",
});

/** The same with hours, as its administration enters it. */
export const contactPointEntry = (name: string): ContactPointEntry => {
  const { language, ...point } = contactPoint(name);
  return { ...point, languages: [language], timeZone: "Europe/Paris", hours: { kind: "round-the-clock" } };
};

/** The version of the contact points that an administration has here to begin with. */
export const CONTACT_POINTS_ETAG = `"1-${Date.parse(at)}"`;

/** An administration in the state given, as provisioning leaves it; in the group `ipr` unless it is the secretariat. */
export const settle = async (
  store: RecordStore,
  code: string,
  change: Partial<Administration> = {},
): Promise<void> => {
  const userPoolId = `us-east-1_${code}`;
  const administration: Administration = {
    code,
    kind: code === "WCO" ? "secretariat" : administrationKinds[0],
    name: code,
    state: "active",
    recognitionPhrase: "a quiet harbour",
    firstUserId: v7(),
    pool: {
      userPoolId,
      clientId: `console of ${code}`,
      issuer: `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`,
    },
    topics: [`topic of ${code}`],
    revision: 1,
    createdAt: at,
    changedAt: at,
    ...change,
  };
  const membership = {
    group: "ipr",
    administration: code,
    history: "all" as const,
    intervals: [{ from: at }],
  };
  await store.writeMany(
    [
      administrationItem(administration),
      contactPointsItem({
        administration: code,
        contactPoints: ["Primary", "Deputy"].map((name) => ({ ...contactPointEntry(name), confirmedAt: at })),
        revision: 1,
        changedAt: at,
      }),
      ...membershipItems(membership),
    ].map((put) => ({ put })),
  );
};

/** A person who has signed in before; the token's subject is their id. */
export const admit = async (
  store: RecordStore,
  administration: string,
  roles: readonly Role[],
  change: Partial<User> = {},
): Promise<string> => {
  const id = v7();
  // Seen in this hour, so that nobody's request writes what the test is not about.
  const user: User = {
    id,
    administration,
    name: roles.join(" "),
    email: `${roles.join("-")}@${administration.toLowerCase()}.example`,
    roles: [...roles],
    state: "active",
    subject: id,
    lastSeenAt: new Date().toISOString(),
    revision: 1,
    createdAt: at,
    changedAt: at,
    ...change,
  };
  await store.writeMany([{ put: userItem(user) }, { put: userAddressItem(user) }]);
  return id;
};

/** One person of each role that the administration's kind has, by `<code> <role>`. */
export const admitAll = async (store: RecordStore, code: string): Promise<readonly [string, string][]> => {
  const people: [string, string][] = [];
  for (const role of assignableRoles(code === "WCO" ? "secretariat" : "member"))
    people.push([`${code} ${role}`, await admit(store, code, [role])]);
  return people;
};
