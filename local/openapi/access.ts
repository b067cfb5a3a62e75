import type { Access } from "../../shared/contract/endpoint.ts";
import { permissions } from "../../shared/domain/permissions.ts";

/** Who may call, in words; `operator` is the secretariat's alone. */
export const whoMay = (access: Access): string => {
  if (access === "public") return "anybody, without a token";
  if (access === "signed-in") return "anybody signed in";
  return permissions[access]
    .map((role) => (role === "operator" ? "operator (secretariat)" : role))
    .join(", ");
};
