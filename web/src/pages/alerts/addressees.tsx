import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { Audience } from "../../../../shared/domain/audience.ts";
import { isRegion, regionName } from "../../../../shared/reference/regions.ts";
import { listOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";

/** Who is addressed, by name; undefined where it is the whole group, or nobody knows before the release. */
export const addresseesOf = ({
  audience,
  addressed,
}: Pick<AlertView, "audience" | "addressed">): readonly string[] | undefined =>
  audience.kind === "administrations" ? audience.administrations : addressed;

/** An audience that is more than a list of names, in words. */
export const useAudienceWords = (): ((audience: Audience) => ReactNode) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  return (audience) => {
    switch (audience.kind) {
      case "regions": {
        const regions = audience.regions.filter(isRegion).map((region) => regionName(region, i18n.locale));
        return <Trans>to the members in {listOf(regions, i18n.locale)}</Trans>;
      }
      case "all-but": {
        const names = listOf(audience.administrations.map(nameOf), i18n.locale);
        return <Trans>to all but {names}</Trans>;
      }
      default:
        return undefined;
    }
  };
};
