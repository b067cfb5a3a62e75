import type { Access } from "../../shared/contract/endpoint.ts";
import { rolesFor, scopeFor } from "../../shared/domain/permissions.ts";

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
