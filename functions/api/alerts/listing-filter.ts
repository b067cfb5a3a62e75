import type { listing } from "../../../shared/contract/alert-list.ts";
import { type StateFilter, stateFilters } from "../../../shared/domain/alert-filter.ts";
import { type Asked, askedBy } from "../../../shared/domain/alert-tokens.ts";
import type { Span } from "../../../shared/domain/group-feeds.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import { countryCodes } from "../../../shared/reference/countries.ts";
import { isHsCode } from "../../../shared/reference/hs-2022.ts";
import type { Request } from "../../runtime/request.ts";

type Query = Request<(typeof listing)["list"]>["query"];

const narrowing = [
  "type",
  "severity",
  "category",
  "hs",
  "country",
  "author",
  "identifier",
  "from",
  "to",
] as const satisfies readonly (keyof Query)[];

const malformed = (pointer: string, detail: string): Problem =>
  new Problem("malformed", detail, [{ pointer, detail }]);

const stateOf = (query: Query): StateFilter | undefined =>
  stateFilters.find((state) => state === query.status);

/** What a list of what was released is narrowed to. Throws a Problem for a code that is in no list. */
export const filterOf = (query: Query): { readonly asked: Asked | undefined; readonly period: Span } => {
  const { hs, country, from, to } = query;
  if (hs !== undefined && !isHsCode(hs))
    throw malformed(
      "hs",
      `${hs} is not in HS 2022; write a chapter, heading or subheading, such as 30 or 3004.`,
    );
  if (country !== undefined && !countryCodes.has(country))
    throw malformed("country", `${country} is no ISO 3166-1 country code; write one such as CN.`);
  if (from !== undefined && to !== undefined && to < from)
    throw malformed(
      "to",
      "The end is before the beginning: write from as the earlier time, to as the later one.",
    );
  const period = {
    ...(from === undefined ? {} : { from }),
    // The instant named is within.
    ...(to === undefined ? {} : { until: new Date(Date.parse(to) + 1).toISOString() }),
  };
  return { asked: askedBy({ ...query, state: stateOf(query) }), period };
};

/** Whose list, and of what: everything that decides which rows it has. */
export const bindingOf = (reader: string, query: Query): readonly (string | undefined)[] => [
  reader,
  "alerts",
  query.group,
  query.unacknowledged,
  query.reference,
  stateOf(query),
  ...narrowing.map((name) => query[name]),
];

/** What is not released yet is in no index: it is listed whole. */
export const assertUnfiltered = (query: Query): void => {
  const name = narrowing.find((each) => query[each] !== undefined);
  if (name !== undefined)
    throw malformed(name, `Drafts, and what is in review, are listed whole: leave out ${name}.`);
};
