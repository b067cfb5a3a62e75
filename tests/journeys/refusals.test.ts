import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { administrations } from "../../shared/contract/administrations.ts";
import { shortForm } from "./releasing.ts";
import { api, exchange, request, system, tokenOf } from "./system.ts";

const json = { "content-type": "application/json" };

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;

/** A token with some of its claims changed, the signature left as it was. */
const changed = (token: string, claims: object): string => {
  const [header, , signature] = token.split(".");
  return `${header}.${encode({ ...claimsOf(token), ...claims })}.${signature}`;
};

/** Every refusal is problem+json in words, and says nothing of what it is made with. */
const expectProblem = (answer: Awaited<ReturnType<typeof request>>, status: number) => {
  expect(answer).toMatchObject({
    status,
    type: expect.stringMatching(/^application\/problem\+json/),
    json: {
      type: expect.stringMatching(/^https:\/\/ipr-cencomm\.example\/problems\/[a-z-]+$/),
      title: expect.stringMatching(/\w/),
      status,
      detail: expect.stringMatching(/^[A-Z0-9].*\.$/s),
      instance: expect.stringMatching(/\w/),
    },
  });
  expect(JSON.stringify(answer.json)).not.toMatch(/lambda|dynamo|stack|node:/i);
};

test("a token that proves nobody is a 401 that does not say why", async () => {
  const french = await tokenOf("FR", "reader");
  const german = await tokenOf("DE", "reader");
  const [header, claims, signature = ""] = french.split(".");
  const otherSignature = german.split(".")[2] ?? "";
  const flipped = `${signature.slice(0, -8)}${signature.at(-8) === "A" ? "B" : "A"}${signature.slice(-7)}`;
  const hs256 = `${encode({ alg: "HS256" })}.${claims}`;
  const refused: Record<string, string | undefined> = {
    "no token": undefined,
    garbage: "Bearer garbage",
    "another scheme": `Basic ${french}`,
    "a tampered signature": `Bearer ${header}.${claims}.${flipped}`,
    "another pool's signature": `Bearer ${header}.${claims}.${otherSignature}`,
    "another person": `Bearer ${changed(french, { username: claimsOf(german)["username"] })}`,
    "another pool's issuer": `Bearer ${changed(french, { iss: claimsOf(german)["iss"] })}`,
    "nobody's issuer": `Bearer ${changed(french, { iss: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_nobody" })}`,
    "used as an id token": `Bearer ${changed(french, { token_use: "id" })}`,
    "a longer life": `Bearer ${changed(french, { exp: 4_102_444_800 })}`,
    none: `Bearer ${encode({ alg: "none" })}.${claims}.`,
    HS256: `Bearer ${hs256}.${createHmac("sha256", "secret").update(hs256).digest("base64url")}`,
  };
  const said = new Set<string>();
  for (const [name, authorization] of Object.entries(refused)) {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const answer = await request("GET", "/alerts", { headers });
    expect(answer.status, name).toBe(401);
    expectProblem(answer, 401);
    said.add(String(answer.json["detail"]));
  }
  expect(said.size).toBe(1);
  expect((await request("GET", "/alerts", { token: french })).status).toBe(200);
});

test("a genuine id token of the right pool and client is no access token", async () => {
  const person = system.people.find(
    ({ administration, roles }) => administration === "FR" && roles.includes("reader"),
  );
  if (person === undefined) throw new Error("France has no reader");
  const { idToken } = await exchange.signIn("FR", person.email, person.password, {
    totpSecret: person.totpSecret,
  });
  expect(claimsOf(idToken)).toMatchObject({ token_use: "id" });
  expectProblem(await request("GET", "/alerts", { token: idToken }), 401);
  const { body } = await api.call(administrations.signIn, { params: { administration: "FR" } });
  expect(claimsOf(idToken)["aud"]).toBe(body.clientId);
});

test("a body of two megabytes is too large, and changes nothing", async () => {
  const token = await tokenOf("FR", "officer");
  const body = JSON.stringify({ ...shortForm, summary: "x".repeat(2_000_000) });
  expectProblem(await request("POST", "/alerts", { token, headers: json, body }), 413);
  expectProblem(await request("POST", "/registrations", { headers: json, body }), 413);
});

test("a body of another type, without a type, cut off or empty is refused in words", async () => {
  const token = await tokenOf("FR", "officer");
  const post = (headers: Record<string, string>, body?: string) =>
    request("POST", "/alerts", { token, headers, ...(body === undefined ? {} : { body }) });
  const whole = JSON.stringify(shortForm);
  expectProblem(await post({ "content-type": "text/plain" }, whole), 415);
  expectProblem(await post({ "content-type": "application/xml" }, "<alert/>"), 415);
  expectProblem(await post({ "content-type": "multipart/form-data; boundary=x" }, whole), 415);
  expectProblem(await post(json, whole.slice(0, -5)), 400);
  expectProblem(await post(json, ""), 400);
  const empty = await post(json, "{}");
  expectProblem(empty, 422);
  expect((empty.json["errors"] as readonly { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(["/title", "/goods", "/tlp", "/audience"]),
  );
});

test("a path or method that does not exist is the 404 of what may not be seen, signed in or not", async () => {
  const token = await tokenOf("FR", "officer");
  for (const [method, path] of [
    ["GET", "/nothing"],
    ["GET", "/alerts/no-id"],
    ["GET", "/alerts/01930000-0000-7000-8000-000000000000/nothing"],
    ["PUT", "/alerts"],
    ["GET", "/../v1/alerts%2F..%2Fusers"],
  ] as const)
    expectProblem(await request(method, path, { token }), 404);
  expectProblem(await request("GET", "/nothing"), 404);
});
