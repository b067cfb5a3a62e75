import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";

/** The secretariat's code, apart from the schemas of shared/domain: the sign-in page is read before they are there. */
export const SECRETARIAT: AdministrationCode = "WCO";
