import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Place, Route } from "../../../../shared/domain/place.ts";
import { countryName } from "../../../../shared/reference/countries.ts";

/** The way of a consignment as a line with its places, in travelling order. */
export const RouteLine = ({ route }: { readonly route: Route }) => {
  const { departure, transits = [], destination } = route;
  return (
    <ol className="route">
      {departure && <Stop place={departure} role={<Trans>Departure</Trans>} />}
      {transits.map((place, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A route may pass a place twice; its order is fixed.
        <Stop key={index} place={place} role={<Trans>Via</Trans>} />
      ))}
      {destination && <Stop place={destination} role={<Trans>Destination</Trans>} />}
    </ol>
  );
};

const Stop = ({ place, role }: { readonly place: Place; readonly role: ReactNode }) => {
  const { i18n } = useLingui();
  return (
    <li className="stop">
      <span className="quiet">{role}</span>
      <span className="stop-country">{countryName(place.country, i18n.locale)}</span>
      {place.place && <span>{place.place}</span>}
      {place.locode && <code>{place.locode}</code>}
    </li>
  );
};
