import * as z from "zod/mini";
import { type AlertContent, categoriesOf, routeCountries } from "./alert.ts";
import { AlertType, Severity, severities } from "./alert-summary.ts";
import { CommodityCategory } from "./commodity-category.ts";
import { EmailAddress, PhoneNumber } from "./contact.ts";
import { HsPrefix } from "./goods.ts";
import { GroupId } from "./group.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { NoticeLanguage } from "./language.ts";
import { CodeState } from "./one-time-code.ts";
import { CountryCode } from "./place.ts";

/** Where notices go to. The address belongs to the channel. */
export const Destination = z.discriminatedUnion("channel", [
  z.strictObject({ channel: z.literal("email"), address: EmailAddress }),
  z.strictObject({ channel: z.literal("sms"), address: PhoneNumber }),
]);
export type Destination = z.infer<typeof Destination>;

/** Which alerts are asked for. An empty or absent list asks for all; lists combine with "and", their entries with "or". */
export const Criteria = z.strictObject({
  group: GroupId,
  minimumSeverity: z._default(Severity, "low"),
  types: z._default(z.array(AlertType).check(z.maxLength(6)), []),
  categories: z._default(z.array(CommodityCategory).check(z.maxLength(10)), []),
  hsPrefixes: z._default(z.array(HsPrefix).check(z.maxLength(50)), []),
  countries: z._default(z.array(CountryCode).check(z.maxLength(100)), []),
});
export type Criteria = z.infer<typeof Criteria>;

/** A wish to be told, by one address, of some alerts, in one language. */
export const Subscription = z.object({
  id: Id,
  administration: AdministrationCode,
  kind: z.literal("duty"),
  endpoint: z.string(),
  language: NoticeLanguage,
  criteria: Criteria,
  revision: z.int(),
  createdBy: Id,
  createdAt: Instant,
  changedAt: Instant,
});
export type Subscription = z.infer<typeof Subscription>;

export const endpointStates = ["pending", "active"] as const;

/** One address of an administration, whatever number of subscriptions share it. Nothing is sent to it until it is active. */
export const Endpoint = z.object({
  /** Also its value in SNS's filter policy `{"to": [id]}`. */
  id: z.string(),
  administration: AdministrationCode,
  channel: z.enum(["email", "sms"]),
  address: z.string(),
  state: z.enum(endpointStates),
  topic: z.string(),
  subscriptionArn: z.optional(z.string()),
  code: CodeState,
  revision: z.int(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Endpoint = z.infer<typeof Endpoint>;

const asks = <T>(wanted: readonly T[], found: readonly T[]): boolean =>
  wanted.length === 0 || found.some((value) => wanted.includes(value));

/** Each criterion and whether an alert meets it: matching, and the answer to "why did I (not) get this?". */
export const explain = (criteria: Criteria, content: AlertContent) => ({
  group: criteria.group === content.group,
  minimumSeverity: severities.indexOf(content.severity) >= severities.indexOf(criteria.minimumSeverity),
  types: asks(criteria.types, [content.type]),
  categories: asks(criteria.categories, categoriesOf(content)),
  hsPrefixes:
    criteria.hsPrefixes.length === 0 ||
    content.goods.some(
      ({ hs }) => hs !== undefined && criteria.hsPrefixes.some((p) => hs.code.startsWith(p)),
    ),
  countries: asks(criteria.countries, routeCountries(content)),
});

export const matches = (criteria: Criteria, content: AlertContent): boolean =>
  Object.values(explain(criteria, content)).every(Boolean);

/** Endpoints that one publish reaches: of one topic, in one language. */
export interface Addressees {
  readonly topic: string;
  readonly language: NoticeLanguage;
  readonly to: readonly string[];
}

/** Whom an alert is published to: each confirmed address that a subscription asks for it, once, in that one's language. */
export const addressees = (
  subscriptions: readonly Subscription[],
  endpoints: readonly Endpoint[],
  content: AlertContent,
): readonly Addressees[] => {
  const wanted = new Map<string, NoticeLanguage>();
  for (const { endpoint, language, criteria } of subscriptions)
    if (!wanted.has(endpoint) && matches(criteria, content)) wanted.set(endpoint, language);
  const reached = endpoints.flatMap(({ id, topic, state }) => {
    const language = wanted.get(id);
    return state === "active" && language !== undefined ? [{ id, topic, language }] : [];
  });
  const publishes = Map.groupBy(reached, ({ topic, language }) => `${topic} ${language}`);
  return [...publishes.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ topic: first.topic, language: first.language, to: group.map(({ id }) => id) }];
  });
};
