import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import { memberName } from "../../../shared/reference/members.ts";
import { SECRETARIAT } from "./secretariat.ts";

const secretariat = msg`WCO secretariat`;

/** Administrations by name in the reader's language: members from the list, the secretariat by what it is. */
export const useAdministrationName = (): ((code: string) => string) => {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useCallback(
    (code) => (code === SECRETARIAT ? i18n.t(secretariat) : memberName(code, locale)),
    [i18n, locale],
  );
};

/** The same where its own name is at hand: regional offices and partners are called what they call themselves. */
export const useNamed = (): ((administration: {
  readonly code: string;
  readonly name: string;
}) => string) => {
  const nameOf = useAdministrationName();
  return useCallback(
    ({ code, name }) => {
      const known = nameOf(code);
      return known === code ? name : known;
    },
    [nameOf],
  );
};
