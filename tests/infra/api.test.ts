import { ResponseType } from "aws-cdk-lib/aws-apigateway";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { nouns } from "../../shared/contract/nouns.ts";
import { PROBLEM_NAMESPACE } from "../../shared/names.ts";
import { exchange } from "./exchange.ts";

const { resources } = exchange();

const methods = resources("AWS::ApiGateway::Method").map(({ properties }) => properties);
const responses = resources("AWS::ApiGateway::GatewayResponse").map(({ properties }) => properties);

const Body = z.object({
  type: z.string().check(z.startsWith(PROBLEM_NAMESPACE)),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  instance: z.literal("$context.requestId"),
});

test("what the contract calls public is all that is let through without a token", () => {
  const open = methods.filter((method) => method["AuthorizationType"] === "NONE");
  const endpoints = Object.values(nouns).flatMap((noun) => Object.values(noun));
  expect(open).toHaveLength(endpoints.filter(({ access }) => access === "public").length);
  for (const method of open) expect(method["HttpMethod"]).not.toBe("ANY");
  const guarded = methods.filter((method) => method["AuthorizationType"] === "CUSTOM");
  expect(guarded.length + open.length).toBe(methods.length);
});

test("what the gateway answers by itself is problem+json, with the status that its body names", () => {
  const types = responses.map((each) => each["ResponseType"]);
  for (const { responseType } of [
    ResponseType.DEFAULT_4XX,
    ResponseType.DEFAULT_5XX,
    ResponseType.UNAUTHORIZED,
    ResponseType.ACCESS_DENIED,
    ResponseType.MISSING_AUTHENTICATION_TOKEN,
    ResponseType.THROTTLED,
  ])
    expect(types).toContain(responseType);

  for (const each of responses) {
    const { status } = Body.parse(JSON.parse(each["ResponseTemplates"]["application/json"]));
    expect(each["StatusCode"]).toBe(String(status));
    const headers: Readonly<Record<string, string>> = each["ResponseParameters"];
    expect(headers["gatewayresponse.header.Content-Type"]).toBe("'application/problem+json'");
    expect(headers["gatewayresponse.header.Cache-Control"]).toBe("'no-store'");
  }
});

test("an unknown path is told apart from a refused token", () => {
  const statusOf = (type: ResponseType) =>
    responses.find((each) => each["ResponseType"] === type.responseType)?.["StatusCode"];
  expect(statusOf(ResponseType.MISSING_AUTHENTICATION_TOKEN)).toBe("404");
  expect(statusOf(ResponseType.UNAUTHORIZED)).toBe("401");
  expect(statusOf(ResponseType.ACCESS_DENIED)).toBe("401");
});

test("who called is logged, and neither what was asked for nor what was answered", () => {
  const [stage] = resources("AWS::ApiGateway::Stage").map(({ properties }) => properties);
  const format: string = stage["AccessLogSetting"]["Format"];
  expect(format).toContain("$context.authorizer.principalId");
  expect(format).not.toMatch(/querystring|requestOverride|body/i);
  for (const setting of stage["MethodSettings"]) expect(setting["DataTraceEnabled"]).toBe(false);
});
