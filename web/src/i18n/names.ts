import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { SECRETARIAT } from "../../../shared/domain/identifiers.ts";
import { memberName } from "../../../shared/reference/members.ts";

const secretariat = msg`WCO secretariat`;

/** Administrations by name in the reader's language: members from the list, the secretariat by what it is. */
export const useAdministrationName = (): ((code: string) => string) => {
  const { i18n } = useLingui();
  return (code) => (code === SECRETARIAT ? i18n.t(secretariat) : memberName(code, i18n.locale));
};
