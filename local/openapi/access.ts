import type { Access } from "../../shared/contract/endpoint.ts";
import { rolesFor, type Scope, scopeFor } from "../../shared/domain/permissions.ts";
import { OfferedScope } from "../../shared/domain/system-account.ts";
import type { Json } from "./schemas.ts";

/** Who may call, in words; `operator` is the secretariat's alone. */
export const whoMay = (access: Access): string => {
  if (access === "public") return "anybody, without a token";
  if (access === "signed-in") return "anybody signed in";
  const anywhere = rolesFor(access, "member");
  const regional = rolesFor(access, "regional-office").filter((role) => !anywhere.includes(role));
  const scope = scopeFor(access);
  return [
    ...anywhere.map((role) => (role === "operator" ? "operator (secretariat)" : role)),
    ...regional.map((role) => `${role} (regional office)`),
    ...(scope === undefined ? [] : [`system account with ${scope}`]),
  ].join(", ");
};

/** What a token has to be, as OpenAPI says it: a person's, or a system's with the scope that the table asks for. */
export const securityOf = (access: Access): readonly Json[] => {
  if (access === "public") return [];
  const scope = access === "signed-in" ? undefined : scopeFor(access);
  return [
    { accessToken: [] },
    ...(access === "signed-in" ? [{ systemAccount: [] }] : []),
    ...(scope === undefined ? [] : [{ systemAccount: [scope] }]),
  ];
};

const scopeMeanings = {
  "alerts/read": "Read the alerts that the administration may read",
  "alerts/write": "Draft alerts, for a person to release",
  "interchange/read": "Nothing yet",
  "interchange/write": "Nothing yet",
} as const satisfies Record<Scope, string>;

export const securitySchemes: Json = {
  accessToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "An access token of a person: `GET /v1/sign-in/{administration}` says which user pool and client give it.",
  },
  systemAccount: {
    type: "oauth2",
    description:
      "An access token of a system account, good for an hour. The token URL is the administration's own: `GET /v1/system-accounts` says it.",
    flows: {
      clientCredentials: {
        tokenUrl: "https://your-administration.auth.region.example/oauth2/token",
        scopes: Object.fromEntries(OfferedScope.options.map((scope) => [scope, scopeMeanings[scope]])),
      },
    },
  },
};
