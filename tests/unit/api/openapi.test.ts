import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { descriptionFiles } from "../../../local/openapi/files.ts";
import type { Noun } from "../../../shared/contract/endpoint.ts";
import { nouns } from "../../../shared/contract/nouns.ts";
import description from "../../../shared/contract/openapi.json" with { type: "json" };
import { rolesFor, scopeFor } from "../../../shared/domain/permissions.ts";

const root = join(import.meta.dirname, "../../..");

interface Operation {
  readonly operationId: string;
  readonly description: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = description.paths;

const lines = Object.entries(nouns as Readonly<Record<string, Noun>>).flatMap(([noun, endpoints]) =>
  Object.entries(endpoints).map(([name, endpoint]) => ({ id: `${noun}.${name}`, ...endpoint })),
);

test.each(Object.keys(descriptionFiles()))("%s says what the contract says (npm run openapi)", (path) => {
  expect(readFileSync(join(root, path), "utf8")).toBe(descriptionFiles()[path]);
});

test("every endpoint is described once, with who may call it", () => {
  const described = Object.values(operations).flatMap((path) => Object.values(path));
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(lines.map(({ id }) => id).sort());
  for (const { id, path, method, access } of lines) {
    const operation = operations[path]?.[method.toLowerCase()];
    expect(operation?.operationId).toBe(id);
    const scope = access === "public" || access === "signed-in" ? undefined : scopeFor(access);
    expect(operation?.security).toEqual([
      ...(access === "public" ? [] : [{ accessToken: [] }]),
      ...(access === "signed-in" ? [{ systemAccount: [] }] : []),
      ...(scope === undefined ? [] : [{ systemAccount: [scope] }]),
    ]);
    const roles = access === "public" || access === "signed-in" ? [] : rolesFor(access, "regional-office");
    for (const role of roles) expect(operation?.description).toContain(role);
  }
});

test("what a client has to send beside the body is described", () => {
  const headers = (id: string): readonly string[] =>
    Object.values(operations)
      .flatMap((path) => Object.values(path))
      .filter(({ operationId }) => operationId === id)
      .flatMap(({ parameters }) => parameters.map(({ $ref, name }) => $ref?.split("/").at(-1) ?? name ?? ""));
  expect(headers("users.list")).toEqual(["limit", "cursor"]);
  expect(headers("alerts.get")).toEqual(["id", "IfNoneMatch"]);
  expect(headers("alerts.create")).toEqual(["IdempotencyKey"]);
  expect(headers("alerts.update")).toEqual(["id", "IfMatch"]);
  expect(headers("alerts.release")).toEqual(["id", "IfMatch", "IdempotencyKey"]);
  expect(headers("alerts.acknowledge")).toEqual(["id", "IfMatchOnceMade"]);
  expect(headers("registrations.apply")).toEqual(["AnonymousIdempotencyKey"]);
});

test("descriptions of fields survive, and parts have the names they have in the code", () => {
  const { schemas } = description.components;
  expect(schemas.Hs.properties.code.description).toContain("HS 2022");
  expect(schemas.Goods.properties.origin).toEqual({
    $ref: "#/components/schemas/CountryCode",
    description: "Country of manufacture, as stated (ISO 3166-1 alpha-2)",
  });
  expect(schemas.AlertView.properties.goods.items).toEqual({ $ref: "#/components/schemas/Goods" });
});

test("defaults are optional to send and always there in an answer", () => {
  const { schemas } = description.components;
  expect(schemas.CriteriaInput.required).toEqual(["group"]);
  expect(schemas.Criteria.required).toContain("minimumSeverity");
  expect(schemas.SubscriptionView.properties.criteria).toEqual({ $ref: "#/components/schemas/Criteria" });
});
