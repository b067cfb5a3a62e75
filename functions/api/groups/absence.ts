import type { Administration } from "../../../shared/domain/administration.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";

/** Why an administration cannot be admitted now; undefined where it can. */
export const absence = (
  code: AdministrationCode,
  administration: Administration | undefined,
): string | undefined => {
  switch (administration?.state) {
    case "active":
      return undefined;
    case undefined:
      return `${code} does not take part in the exchange yet.`;
    case "suspended":
      return `${administration?.name} is suspended. Reinstate it first.`;
    case "left":
      return `${administration?.name} has left the exchange.`;
    default:
      return `${administration?.name} is not set up yet. Wait until its people can sign in.`;
  }
};
