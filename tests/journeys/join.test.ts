import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "../../local/seed/joining.ts";
import { administrationItem } from "../../shared/adapters/records/administrations.ts";
import { userAddressItem, userItem } from "../../shared/adapters/records/users.ts";
import { administrations } from "../../shared/contract/administrations.ts";
import { Me } from "../../shared/contract/oneself.ts";
import { registrations } from "../../shared/contract/registrations.ts";
import { users } from "../../shared/contract/users.ts";
import { terms } from "../../shared/reference/terms.ts";
import {
  api,
  exchange,
  inbox,
  memberYetToJoin,
  newPhone,
  refusal,
  run,
  store,
  tokenOf,
  until,
} from "./system.ts";

/** One member's way in, step by step; each test goes on from the one before. */
let member: { readonly code: string; readonly name: string };
let operator: string;

const seat = () => ({ ...member, language: "en" as const, number: 0 });
const addressOf = (who: string): string => `${who}.${run}@${member.code.toLowerCase()}.customs.example`;

const contactPoint = (name: string, email: string) => ({
  name,
  function: "National contact point",
  email,
  phone: newPhone(),
  language: "en",
});

const apply = async (who: string, deputy = addressOf(`${who}-deputy`)) => {
  const { body } = await api.call(registrations.apply, {
    body: {
      administration: member.code,
      termsVersion: terms.version,
      contactPoints: [contactPoint(who, addressOf(who)), contactPoint("Deputy", deputy)],
    },
  });
  const [, code = ""] = await inbox.waitFor(addressOf(who), /^\s*(\d{6})\s*$/m);
  await api.call(registrations.confirm, { params: { id: body.id }, body: { code } });
  return { id: body.id, reference: body.reference, secret: body.secret ?? "" };
};
type Applied = Awaited<ReturnType<typeof apply>>;

const statusOf = async ({ id, secret }: Applied) =>
  (await api.call(registrations.status, { params: { id }, query: { secret } })).body;

let genuine: Applied;
let rival: Applied;
let mistaken: Applied;

beforeAll(async () => {
  operator = await tokenOf("WCO", "operator");
  member = await memberYetToJoin();
});

test("several applications for one administration may be open, and nobody signs in there yet", async () => {
  genuine = await apply("genuine");
  rival = await apply("rival", `somebody.${run}@gmail.com`);
  mistaken = await apply("mistaken");
  for (const each of [genuine, rival, mistaken])
    expect(await statusOf(each)).toMatchObject({ state: "confirmed", administration: member.code });
  const place = await refusal(api.call(administrations.signIn, { params: { administration: member.code } }));
  expect(place.status).toBe(404);
});

test("the secretariat sees what differs from the members' list and from other applications", async () => {
  const { body: list } = await api.call(registrations.list, { token: operator, query: { limit: "100" } });
  expect(list.items.map(({ id }) => id)).toEqual(expect.arrayContaining([genuine.id, rival.id, mistaken.id]));
  const seen = await api.call(registrations.get, { token: operator, params: { id: rival.id } });
  expect(seen.body).toMatchObject({ administrationName: member.name, state: "confirmed" });
  const kinds = seen.body.differences.map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(["free-mail-address", "other-application", "other-application"]);
  const details = seen.body.differences.map(({ detail }) => detail).join("\n");
  expect(details).toContain(genuine.reference);
  expect(details).toContain("gmail.com");
});

test("only the secretariat decides, on the version it saw, and says how it verified the applicant", async () => {
  const params = { id: genuine.id };
  const body = { verification: { method: "official-letter", note: "Letter of the ministry." } } as const;
  const { etag } = await api.call(registrations.get, { token: operator, params });
  const contactPointOfFrance = await tokenOf("FR", "contact-point");
  const by = (token: string, ifMatch: string | undefined) =>
    refusal(api.call(registrations.approve, { params, token, ifMatch, body }));
  expect((await by(contactPointOfFrance, etag)).status).toBe(403);
  expect((await by(operator, undefined)).status).toBe(428);
  expect((await by(operator, '"0"')).status).toBe(412);
  const unverified = await refusal(
    api.call(registrations.approve, {
      params,
      token: operator,
      ifMatch: etag,
      body: { verification: { method: "official-letter", note: " " } },
    }),
  );
  expect(unverified).toMatchObject({ status: 422, errors: [{ pointer: "/verification/note" }] });
  expect((await statusOf(genuine)).state).toBe("confirmed");
});

test("a rejection's reason is mailed to its applicant, and shown to whoever holds the secret", async () => {
  const params = { id: mistaken.id };
  const reason = `The letter of nomination ${run} is not signed.`;
  const { etag } = await api.call(registrations.get, { token: operator, params });
  await api.call(registrations.reject, { params, token: operator, ifMatch: etag, body: { reason } });
  expect(await statusOf(mistaken)).toMatchObject({ state: "rejected", reason });
  await inbox.waitFor(addressOf("mistaken"), new RegExp(reason));
});

test("an approval makes the sign-in place and mails every applicant; other applications are closed", async () => {
  const params = { id: genuine.id };
  const { etag } = await api.call(registrations.get, { token: operator, params });
  const verification = { method: "official-letter", note: "Letter of the ministry." } as const;
  const { body: approved } = await api.call(registrations.approve, {
    params,
    token: operator,
    ifMatch: etag,
    body: { verification },
  });
  expect(approved).toMatchObject({ state: "approved", verification });
  await inbox.waitFor(addressOf("genuine"), new RegExp(`approved application ${genuine.reference}`));
  await inbox.waitFor(addressOf("rival"), new RegExp(`application ${rival.reference} is closed`));
  expect((await statusOf(rival)).state).toBe("closed");
  expect((await statusOf(mistaken)).state).toBe("rejected");

  await until("the administration is active", async () => {
    const { body } = await api.call(administrations.get, { token: operator, params: { code: member.code } });
    expect(body.failure).toBeUndefined();
    return body.state === "active" ? body : undefined;
  });
  const { body: place } = await api.call(administrations.signIn, {
    params: { administration: member.code },
  });
  expect(place.userPoolId).toMatch(/^us-east-1_/);
});

describe("its people", () => {
  let contactPointToken: string;
  let officer: Awaited<ReturnType<typeof acceptInvitation>>;

  const me = async (token: string) => ({ body: Me.parse((await api.call(users.me, { token })).body) });
  const officerNow = async () => {
    const { body } = await api.call(users.list, { token: contactPointToken, query: { limit: "100" } });
    const id = body.items.find(({ email }) => email === addressOf("officer"))?.id ?? "";
    const { etag } = await api.call(users.get, { token: contactPointToken, params: { id } });
    return { params: { id }, ifMatch: etag, token: contactPointToken };
  };

  test("the invited contact point signs in with SRP, a new password and an authenticator", async () => {
    const invited = await acceptInvitation(exchange, seat(), addressOf("genuine"), ["contact-point"]);
    contactPointToken = invited.token;
    const { body } = await me(contactPointToken);
    expect(body).toMatchObject({
      user: { roles: ["contact-point"], state: "active", email: addressOf("genuine") },
      administration: { code: member.code, name: member.name },
      groups: ["ipr"],
    });

    const { email, password, totpSecret } = invited.person;
    const again = (secret: string, word: string) =>
      exchange.signIn(member.code, email, word, { totpSecret: secret });
    expect((await again(totpSecret, password)).accessToken).toBeTruthy();
    await expect(again("A".repeat(32), password)).rejects.toThrow();
    await expect(again(totpSecret, `${password}x`)).rejects.toThrow();
  });

  test("it invites an officer, who signs in the same way; the secretariat's roles it cannot give", async () => {
    const invite = (roles: ("officer" | "operator")[]) =>
      api.call(users.invite, {
        token: contactPointToken,
        body: { name: "Officer", email: addressOf("officer"), roles },
      });
    expect(await refusal(invite(["operator"]))).toMatchObject({
      status: 422,
      errors: [{ pointer: "/roles" }],
    });
    await invite(["officer"]);
    officer = await acceptInvitation(exchange, seat(), addressOf("officer"), ["officer"]);
    expect((await me(officer.token)).body.user).toMatchObject({ roles: ["officer"] });
    expect(await refusal(invite(["officer"]))).toMatchObject({
      status: 422,
      errors: [{ pointer: "/email" }],
    });
  });

  test("a disabled person is refused at the next request with the token of before, and let in again", async () => {
    expect((await me(officer.token)).body.user.state).toBe("active");
    await api.call(users.update, { ...(await officerNow()), body: { state: "disabled" } });
    expect((await refusal(me(officer.token))).status).toBe(401);
    const { email, password, totpSecret } = officer.person;
    const signIn = () => exchange.signIn(member.code, email, password, { totpSecret });
    await until("the pool refuses the disabled person", () =>
      signIn().then(
        () => undefined,
        () => true,
      ),
    );

    await api.call(users.update, { ...(await officerNow()), body: { state: "active" } });
    const token = await until("the pool lets the person in again", () =>
      signIn().then(
        ({ accessToken }) => accessToken,
        () => undefined,
      ),
    );
    expect((await me(token)).body.user.state).toBe("active");
  });

  test("a suspended administration is refused at the next request, and let in again when reinstated", async () => {
    const params = { code: member.code };
    const change = async (endpoint: typeof administrations.suspend | typeof administrations.reinstate) => {
      const { etag } = await api.call(administrations.get, { token: operator, params });
      const body = { reason: "Asked for by its head." };
      return api.call(endpoint, { token: operator, params, ifMatch: etag, body });
    };
    expect((await change(administrations.suspend)).body.state).toBe("suspended");
    expect((await refusal(me(contactPointToken))).status).toBe(401);
    expect((await refusal(api.call(users.list, { token: contactPointToken }))).status).toBe(401);
    // From outside, suspended and active look alike.
    await api.call(administrations.signIn, { params: { administration: member.code } });
    expect((await change(administrations.reinstate)).body.state).toBe("active");
    expect((await me(contactPointToken)).body.user.state).toBe("active");
  });
});

test("an administration whose provisioning failed says why, and trying again mends it", async () => {
  const { code, name } = await memberYetToJoin();
  const at = new Date().toISOString();
  const born = { revision: 1, createdAt: at, changedAt: at };
  const email = `contact-point.${run}@${code.toLowerCase()}.customs.example`;
  const firstUser = {
    ...born,
    id: v7(),
    administration: code,
    name: "Contact point",
    email,
    roles: ["contact-point" as const],
    state: "invited" as const,
  };
  // As tests/unit/workers shows that a refused step leaves it; nothing in a deployment refuses on request.
  const failure = "The topic for notices could not be made: InvalidParameterException, Too many topics";
  await store.transact([
    {
      put: administrationItem({
        ...born,
        code,
        kind: "member",
        name,
        state: "provisioning-failed",
        failure,
        recognitionPhrase: "PHRASE",
        firstUserId: firstUser.id,
        topics: [],
      }),
      when: { absent: true },
    },
    { put: userItem(firstUser) },
    { put: userAddressItem(firstUser) },
  ]);
  const params = { code };
  const shown = await api.call(administrations.get, { token: operator, params });
  expect(shown.body).toMatchObject({ state: "provisioning-failed", failure });
  const byFrance = await refusal(
    api.call(administrations.retryProvisioning, { token: await tokenOf("FR", "contact-point"), params }),
  );
  expect(byFrance.status).toBe(403);

  await api.call(administrations.retryProvisioning, { token: operator, params });
  const mended = await until("it is active", async () => {
    const { body } = await api.call(administrations.get, { token: operator, params });
    return body.state === "active" ? body : undefined;
  });
  expect(mended.failure).toBeUndefined();
  const invited = await acceptInvitation(exchange, { code, name, language: "en", number: 0 }, email, [
    "contact-point",
  ]);
  expect((await api.call(users.me, { token: invited.token })).body.administration.code).toBe(code);
  const again = await refusal(api.call(administrations.retryProvisioning, { token: operator, params }));
  expect(again.status).toBe(409);
});
