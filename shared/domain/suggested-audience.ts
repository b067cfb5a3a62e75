import type { AdministrationCode } from "./identifiers.ts";

export const suggestionReasons = ["departure", "transit", "destination", "event", "origin"] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

export interface Suggestion {
  readonly administration: AdministrationCode;
  readonly reasons: readonly SuggestionReason[];
}

interface At {
  readonly country?: string | undefined;
}

/** The parts of an alert that name countries; also of one that is being typed. */
export interface NamingCountries {
  readonly route?:
    | {
        readonly departure?: At | undefined;
        readonly transits?: readonly At[] | undefined;
        readonly destination?: At | undefined;
      }
    | undefined;
  readonly event?: At | undefined;
  readonly goods: readonly { readonly origin?: string | undefined }[];
}

/** Every country that an alert names, with what it is to it. */
const namedIn = ({
  route,
  event,
  goods,
}: NamingCountries): readonly (readonly [string, SuggestionReason])[] => {
  const places: readonly (readonly [string | undefined, SuggestionReason])[] = [
    [route?.departure?.country, "departure"],
    ...(route?.transits ?? []).map(({ country }) => [country, "transit"] as const),
    [route?.destination?.country, "destination"],
    [event?.country, "event"],
    ...goods.map(({ origin }) => [origin, "origin"] as const),
  ];
  return places.flatMap(([country, reason]) => (country === undefined ? [] : [[country, reason] as const]));
};

/** The administrations, of those given, whose country an alert names: in the order of its route, each with every reason. */
export const suggestedAudience = (
  content: NamingCountries,
  among: readonly AdministrationCode[],
): readonly Suggestion[] => {
  const named = namedIn(content).filter(([country]) => among.includes(country));
  const countries = [...new Set(named.map(([country]) => country))];
  return countries.map((administration) => {
    const of = named.filter(([country]) => country === administration).map(([, reason]) => reason);
    return { administration, reasons: suggestionReasons.filter((reason) => of.includes(reason)) };
  });
};
