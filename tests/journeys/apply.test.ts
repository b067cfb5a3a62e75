import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { registrations } from "../../shared/contract/registrations.ts";
import { terms } from "../../shared/reference/terms.ts";
import { api, inbox, newPhone, refusal, run } from "./system.ts";

const contactPoint = (name: string) => ({
  name,
  function: "National contact point",
  email: `${name.toLowerCase()}.${run}@zz.customs.example`,
  phone: newPhone(),
  language: "fr",
});
const application = (name: string) => ({
  administration: "NL",
  termsVersion: terms.version,
  contactPoints: [contactPoint(name), contactPoint("Deputy")],
});

test("an application is followed by whoever holds its secret, and unknown to others", async () => {
  const { body: made } = await api.call(registrations.apply, { body: application("Follower") });
  expect(made.state).toBe("unconfirmed");
  const params = { id: made.id };
  const { body } = await api.call(registrations.status, { params, query: { secret: made.secret ?? "" } });
  expect(body).toMatchObject({ administration: "NL", state: "unconfirmed", reference: made.reference });
  const other = await refusal(api.call(registrations.status, { params, query: { secret: "another" } }));
  expect(other.status).toBe(404);
});

test("a repeated application with one key is made and mailed once, and its secret is shown once", async () => {
  const idempotencyKey = randomUUID();
  const body = application("Repeater");
  const first = await api.call(registrations.apply, { body, idempotencyKey });
  const second = await api.call(registrations.apply, { body, idempotencyKey });
  expect(second.body.id).toBe(first.body.id);
  expect(first.body.secret).toBeDefined();
  expect(second.body.secret).toBeUndefined();
  const address = body.contactPoints[0]?.email ?? "";
  await inbox.waitFor(address, /\d{6}/);
  expect(await inbox.mailsTo(address)).toHaveLength(1);
});

test("the mailed code makes an application count; a wrong one does not, and six tries are one too many", async () => {
  const wrongBy = (code: string, by: number): string =>
    String((Number(code) + by) % 1_000_000).padStart(6, "0");
  const guessed = application("Guesser");
  const { body: made } = await api.call(registrations.apply, { body: guessed });
  const params = { id: made.id };
  const [, code = ""] = await inbox.waitFor(guessed.contactPoints[0]?.email ?? "", /^\s*(\d{6})\s*$/m);
  for (const by of [1, 2, 3, 4, 5]) {
    const wrong = await refusal(
      api.call(registrations.confirm, { params, body: { code: wrongBy(code, by) } }),
    );
    expect(wrong).toMatchObject({ status: 422, errors: [{ pointer: "/code" }] });
  }
  const sixth = await refusal(api.call(registrations.confirm, { params, body: { code } }));
  expect(sixth.status).toBe(409);

  await api.call(registrations.resend, { params, body: { secret: made.secret ?? "" } });
  const [, renewed = ""] = await inbox.waitFor(
    guessed.contactPoints[0]?.email ?? "",
    new RegExp(`^\\s*((?!${code})\\d{6})\\s*$`, "m"),
  );
  const { body } = await api.call(registrations.confirm, { params, body: { code: renewed } });
  expect(body.state).toBe("confirmed");
});

test("an application of nobody, with a phone that is none and under old terms names what is wrong", async () => {
  const [primary, deputy] = [contactPoint("Primary"), contactPoint("Deputy")];
  const wrongPhone = await refusal(
    api.call(registrations.apply, {
      body: { ...application("Wrong"), contactPoints: [primary, { ...deputy, phone: "12" }] },
    }),
  );
  expect(wrongPhone).toMatchObject({ status: 422, errors: [{ pointer: "/contactPoints/1/phone" }] });
  const nobody = await refusal(
    api.call(registrations.apply, { body: { ...application("Wrong"), administration: "AQ" } }),
  );
  expect(nobody).toMatchObject({ status: 422, errors: [{ pointer: "/administration" }] });
  const oldTerms = await refusal(
    api.call(registrations.apply, { body: { ...application("Wrong"), termsVersion: "2020-01" } }),
  );
  expect(oldTerms).toMatchObject({ status: 422, errors: [{ pointer: "/termsVersion" }] });
});
