import * as z from "zod/mini";
import type { AlertContent, AlertHead } from "../../domain/alert.ts";
import { stateFilters } from "../../domain/alert-filter.ts";
import { facet, facetsOf, identifiersOf } from "../../domain/alert-tokens.ts";
import type { Scope } from "../../domain/audience.ts";
import { Id, Instant } from "../../domain/identifiers.ts";
import type { Item, Key, Write } from "../../domain/record-store.ts";
import { parsed } from "./parsed.ts";

/** Where an alert is found by a token, in the order of the feed of the same scope. It says nothing that the alert's row shows. */
const Posting = z.object({
  position: Id,
  /** Good for rows of this version and earlier ones: what was written of an older one tells nothing of a newer one. */
  version: z.int(),
  releasedAt: Instant,
  /** What else it could be asked for, so that two filters take no second list. */
  facets: z.string(),
});
export type Posting = z.infer<typeof Posting>;

/** So many are written of one version at most: 20,000 take seconds, and of what has more identifiers the rest is not found by them. */
const MOST = 20_000;

export const postingPartition = (scope: Scope, token: string): string => `IDX#${scope}#${token}`;
const postingKey = (scope: Scope, token: string, position: Id): Key => ({
  pk: postingPartition(scope, token),
  sk: position,
});

export const postingOf = (item: Item): Posting => parsed(Posting, item);

type Unconditional = Exclude<Write, { readonly check: Key } | { readonly when: unknown }>;

const tokensIn = (head: AlertHead, content: AlertContent, scopes: readonly Scope[]) => {
  const facets = facetsOf(head, content);
  const room = Math.floor(MOST / scopes.length) - facets.length;
  return { facets, tokens: [...facets, ...identifiersOf(head, content).slice(0, Math.max(0, room))] };
};

/**
 * The postings of an alert as it is now, wherever it is listed, and the end of those that only its earlier versions had. Without
 * conditions: whoever writes them makes sure afterwards that this still is the alert's version, or does it again.
 */
export const postingWrites = (
  head: AlertHead,
  content: AlertContent,
  scopes: readonly Scope[],
  earlier: readonly AlertContent[],
): readonly Unconditional[] => {
  if (scopes.length === 0) return [];
  const { position, version, releasedAt } = head;
  const { facets, tokens } = tokensIn(head, content, scopes);
  const now = new Set(tokens);
  const before = earlier.flatMap((each) => tokensIn({ ...head, state: "released" }, each, scopes).tokens);
  const gone = [...new Set([...before, ...stateFilters.map(facet.status)])].filter(
    (token) => !now.has(token),
  );
  return scopes.flatMap((scope) => [
    ...tokens.map((token) => ({
      put: {
        ...postingKey(scope, token, position),
        schema: 1,
        position,
        version,
        releasedAt,
        facets: facets.join(" "),
      },
    })),
    ...gone.map((token) => ({ delete: postingKey(scope, token, position) })),
  ]);
};
