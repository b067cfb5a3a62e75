import { useQuery } from "@tanstack/react-query";
import { administrations } from "../../../../shared/contract/administrations.ts";
import type { AdministrationState } from "../../../../shared/domain/administration.ts";
import { queryOf } from "../../api/queries.ts";

const underWay: readonly AdministrationState[] = ["approved", "provisioning"];

export const isUnderWay = (state: AdministrationState | undefined): boolean =>
  state !== undefined && underWay.includes(state);

/** An administration; asked for again every second while it is being set up. */
export const useAdministration = (code: string) =>
  useQuery({
    ...queryOf(administrations.get, { params: { code } }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.data.state) ? 1000 : false),
  });
