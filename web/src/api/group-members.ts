import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { groups } from "../../../shared/contract/groups.ts";
import { useAdministrationName } from "../i18n/names.ts";
import { queryOf } from "./queries.ts";

/** A group's members by name in the reader's language; undefined until they are known. */
export const useGroupMembers = (group: string) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const { data, error } = useQuery({ ...queryOf(groups.get, { params: { id: group } }), staleTime: 300_000 });
  const members = useMemo(() => {
    const collator = new Intl.Collator(i18n.locale);
    return data?.data.members
      .map(({ code }) => ({ code, name: nameOf(code) }))
      .sort((one, other) => collator.compare(one.name, other.name));
  }, [data, i18n.locale, nameOf]);
  return { members, error };
};
