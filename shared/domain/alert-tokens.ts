import { type AlertContent, type AlertHead, categoriesOf, routeCountries } from "./alert.ts";
import type { AlertFilter, StateFilter } from "./alert-filter.ts";
import type { AlertSummary } from "./alert-summary.ts";

/*
 * What an alert is found by in a list, each as a token: `hs:3004`. Facets are few and of short lists; an alert may carry thousands of
 * identifiers. None holds nominal data: that lies apart, and nothing here sees it.
 */

export const facet = {
  type: (type: AlertSummary["type"]) => `type:${type}`,
  severity: (severity: AlertSummary["severity"]) => `sev:${severity}`,
  category: (category: string) => `cat:${category}`,
  hs: (digits: string) => `hs:${digits}`,
  country: (country: string) => `c:${country}`,
  author: (administration: string) => `adm:${administration}`,
  status: (state: StateFilter) => `status:${state}`,
} as const;

/** A chapter, a heading and a subheading: an alert about 300490 is found by 30 and 3004, too. */
const hsTokens = ({ goods }: AlertContent): readonly string[] =>
  goods.flatMap(({ hs }) => [2, 4, 6].flatMap((digits) => (hs ? [facet.hs(hs.code.slice(0, digits))] : [])));

/** Where the goods went, and where they say that they were made. */
const countriesOf = (content: AlertContent): readonly string[] => [
  ...routeCountries(content),
  ...content.goods.flatMap(({ origin }) => origin ?? []),
];

type Standing = Pick<AlertHead, "administration" | "state">;

/** Of what was recalled no more is left than its row still shows. */
export const facetsOf = ({ administration, state }: Standing, content: AlertContent): readonly string[] => {
  const shown = [
    facet.type(content.type),
    facet.severity(content.severity),
    facet.author(administration),
    ...(state === "released" ? [] : [facet.status(state)]),
  ];
  if (state === "recalled") return shown;
  return [
    ...new Set([
      ...shown,
      ...categoriesOf(content).map(facet.category),
      ...hsTokens(content),
      ...countriesOf(content).map(facet.country),
    ]),
  ];
};

/** As it is compared: whatever stands between its letters and digits, and their case and width, tell nothing apart. */
const identifierToken = (typed: string): string | undefined => {
  const compact = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return compact === "" ? undefined : `id:${compact}`;
};

const numbersOf = ({ conveyance = [], goods }: AlertContent): readonly string[] => {
  const stated = (numbers: readonly { readonly value: string }[] = []) => numbers.map(({ value }) => value);
  const carried = conveyance.flatMap((leg) => [
    ...stated(leg.containers),
    ...stated(leg.airWaybills),
    ...stated(leg.postalItems),
    ...stated(leg.imo && [leg.imo]),
    ...(leg.voyage === undefined ? [] : [leg.voyage]),
    ...[leg.seals, leg.billsOfLading, leg.plates, leg.consignments].flatMap((each) => each ?? []),
  ]);
  const printed = goods.flatMap(({ batches, identifiers }) => [
    ...(batches ?? []),
    ...stated(identifiers?.gtins),
    ...[identifiers?.serials, identifiers?.registrations, identifiers?.models].flatMap((each) => each ?? []),
  ]);
  return [...carried, ...printed];
};

/** What is printed on goods, packages, papers and conveyances, those of the conveyances first. */
export const identifiersOf = ({ state }: Standing, content: AlertContent): readonly string[] =>
  state === "recalled" ? [] : [...new Set(numbersOf(content).flatMap((each) => identifierToken(each) ?? []))];

/** The posting that is read, of what is likely the rarest; and what else has to hold, which it says itself. */
export interface Asked {
  readonly lead: string;
  readonly facets: readonly string[];
}

/** What a filter asks for; undefined where it asks for nothing. */
export const askedBy = (filter: AlertFilter): Asked | undefined => {
  const { identifier, hs, author, country, category, type, state, severity } = filter;
  // The rarest first.
  const asked = [
    identifier && identifierToken(identifier),
    hs && facet.hs(hs),
    author && facet.author(author),
    country && facet.country(country),
    state && facet.status(state),
    category && facet.category(category),
    type && facet.type(type),
    severity && facet.severity(severity),
  ].filter((token) => token !== undefined);
  const [lead, ...facets] = asked;
  return lead === undefined ? undefined : { lead, facets };
};
