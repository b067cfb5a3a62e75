import { setTimeout as sleep } from "node:timers/promises";
import { administrations } from "../../shared/contract/administrations.ts";
import { registrations } from "../../shared/contract/registrations.ts";
import { users } from "../../shared/contract/users.ts";
import type { Role } from "../../shared/domain/permissions.ts";
import { terms } from "../../shared/reference/terms.ts";
import type { Person } from "../state.ts";
import { addressOf, invited, phoneOf, type SeededAdministration } from "./administrations.ts";
import type { Exchange, SignedInPerson } from "./exchange.ts";

const CODE = /^\s*(\d{6})\s*$/m;
/** Cognito's password of an invitation, by the words before it: a code and a link stand on lines of their own, too. */
const TEMPORARY_PASSWORD = /choose\s+your\s+own:\s+(\S{6,})\s/;

/** Applies as the administration's primary contact point, who reads the code in the mailbox. */
export const apply = async (
  { api, inbox }: Exchange,
  administration: SeededAdministration,
): Promise<string> => {
  const contactPoint = (role: string, extension: number) => ({
    name: `${role} of ${administration.name}`,
    function: "National contact point",
    email: addressOf(administration, role === "Deputy contact point" ? "deputy" : "contact-point"),
    phone: phoneOf(administration, extension),
    language: administration.language,
  });
  const { body } = await api.call(registrations.apply, {
    body: {
      administration: administration.code,
      contactPoints: [contactPoint("Contact point", 1), contactPoint("Deputy contact point", 2)],
      termsVersion: terms.version,
    },
  });
  const [, code = ""] = await inbox.waitFor(addressOf(administration, "contact-point"), CODE);
  await api.call(registrations.confirm, { params: { id: body.id }, body: { code } });
  return body.id;
};

/** The secretariat approves; answers when the administration can sign in. */
export const approve = async (
  { api }: Exchange,
  { token }: SignedInPerson,
  id: string,
  { code }: SeededAdministration,
): Promise<void> => {
  const { etag } = await api.call(registrations.get, { params: { id }, token });
  await api.call(registrations.approve, {
    params: { id },
    ifMatch: etag,
    token,
    body: {
      verification: {
        method: "official-letter",
        note: "Letter of nomination of the administration, seeded.",
      },
    },
  });
  for (let attempt = 0; attempt < 240; attempt++) {
    const { body } = await api.call(administrations.get, { params: { code }, token });
    if (body.state === "active") return;
    if (body.failure !== undefined) throw new Error(`${code}: ${body.failure}`);
    await sleep(250);
  }
  throw new Error(`${code} was not provisioned within a minute`);
};

/** Takes up an invitation: the password of the mail, one of one's own, an authenticator. */
export const acceptInvitation = async (
  { inbox, signIn, newPassword }: Exchange,
  administration: SeededAdministration,
  email: string,
  roles: readonly Role[],
): Promise<SignedInPerson> => {
  const [, temporary = ""] = await inbox.waitFor(email, TEMPORARY_PASSWORD);
  const password = newPassword();
  const { accessToken, totpSecret } = await signIn(administration.code, email, temporary, {
    newPassword: password,
  });
  const person: Person = {
    administration: administration.code,
    email,
    password,
    totpSecret,
    roles: [...roles],
  };
  return { person, token: accessToken };
};

/** The contact point invites one person of each role, who sign in. */
export const inviteColleagues = async (
  exchange: Exchange,
  administration: SeededAdministration,
  { token }: SignedInPerson,
): Promise<readonly SignedInPerson[]> => {
  const people: SignedInPerson[] = [];
  for (const role of invited) {
    const email = addressOf(administration, role);
    const name = `${role[0]?.toUpperCase()}${role.slice(1)} of ${administration.name}`;
    await exchange.api.call(users.invite, { token, body: { name, email, roles: [role] } });
    people.push(await acceptInvitation(exchange, administration, email, [role]));
  }
  return people;
};
