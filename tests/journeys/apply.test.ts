import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { apiUrl } = JSON.parse(readFileSync(process.env["IPR_CENCOMM_STATE"] ?? "", "utf8")) as {
  apiUrl: string;
};

const contactPoint = (name: string) => ({
  name,
  function: "National contact point",
  email: `${name.toLowerCase()}@customs.example`,
  phone: "+33140246510",
  language: "fr",
});
const application = {
  administration: "FR",
  termsVersion: "2026-11",
  contactPoints: [contactPoint("Primary"), contactPoint("Deputy")],
};

const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${apiUrl}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    json: (await answer.json()) as { id: string; secret?: string },
  };
};

test("an application is followed by whoever holds its secret, and unknown to others", async () => {
  const made = await call("POST", "/registrations", application);
  expect(made).toMatchObject({ status: 201, json: { state: "unconfirmed" } });
  const path = `/registrations/${made.json.id}/status?secret=`;
  expect(await call("GET", `${path}${made.json.secret}`)).toMatchObject({
    status: 200,
    json: { administration: "FR", state: "unconfirmed" },
  });
  expect(await call("GET", `${path}another`)).toMatchObject({ status: 404 });
});

test("a repeated application with one key is made once, and its secret is shown once", async () => {
  const headers = { "Idempotency-Key": randomUUID() };
  const first = await call("POST", "/registrations", application, headers);
  const second = await call("POST", "/registrations", application, headers);
  expect(second).toMatchObject({ status: 201, json: { id: first.json.id } });
  expect(second.json.secret).toBeUndefined();
});

test("six tries of a code are one too many", async () => {
  const { json } = await call("POST", "/registrations", application);
  const path = `/registrations/${json.id}/confirm`;
  const tries = [];
  for (let n = 0; n < 6; n++) tries.push((await call("POST", path, { code: `${n}00000` })).status);
  expect(tries.slice(0, 5).filter((status) => status === 422).length).toBeGreaterThanOrEqual(4);
  expect(tries[5]).toBe(tries.includes(200) ? 200 : 409);
});

test("without a token, or with a forged one, nobody is let in", async () => {
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  const claims = Buffer.from('{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x"}').toString(
    "base64url",
  );
  for (const headers of [{}, { authorization: "Bearer x" }, { authorization: `Bearer ${none}.${claims}.x` }])
    expect(await call("GET", "/alerts", undefined, headers as Record<string, string>)).toMatchObject({
      status: 401,
      type: "application/problem+json",
    });
});

test("bad applications name each field at fault", async () => {
  const phone = {
    ...application,
    contactPoints: [contactPoint("Primary"), { ...contactPoint("Deputy"), phone: "12" }],
  };
  expect(await call("POST", "/registrations", phone)).toMatchObject({
    status: 422,
    type: "application/problem+json",
    json: { errors: [{ pointer: "/contactPoints/1/phone" }] },
  });
  expect(await call("POST", "/registrations", { ...application, extra: 1 })).toMatchObject({
    status: 422,
    json: { errors: [{ pointer: "/extra" }] },
  });
});
