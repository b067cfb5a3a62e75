import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Place, Route } from "../../../../shared/domain/place.ts";
import { countryName } from "../../../../shared/reference/countries.ts";
import { partialDateOf } from "../../i18n/format.ts";

/** The way of a consignment as a line with its places, in travelling order. */
export const RouteLine = ({ route }: { readonly route: Route }) => {
  const { departure, transits = [], destination } = route;
  if (departure === undefined && destination === undefined && transits.length === 0)
    return route.asReported === undefined ? null : <p className="written">{route.asReported}</p>;
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
      {place.date && <span className="quiet">{partialDateOf(place.date, i18n.locale)}</span>}
    </li>
  );
};
