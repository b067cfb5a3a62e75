import type { Administration } from "../../domain/administration.ts";
import { ContactPointList, MOST_CONTACT_POINTS } from "../../domain/contact-point.ts";
import type { AdministrationCode, Instant } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { ContactPoint as Applied } from "../../domain/registration.ts";
import type { Step } from "./change.ts";
import { parsed } from "./parsed.ts";

/** All of an administration's contact points are one item, so that the directory reads one a row. */
const listKey = (code: AdministrationCode): Key => ({ pk: `ADM#${code}`, sk: "CONTACTS" });

export const contactPointsItem = (list: ContactPointList): Item => ({
  ...listKey(list.administration),
  schema: 2,
  ...list,
});

/** Of the first schema, which kept each contact point as an item of its own. */
const formerKeys = (code: AdministrationCode): readonly Key[] =>
  Array.from({ length: MOST_CONTACT_POINTS }, (_, n) => ({ pk: `ADM#${code}`, sk: `CONTACT#${n + 1}` }));

/** What an application names, as it was confirmed with it: no hours, and one language. */
const applied = ({ language, ...point }: Applied, confirmedAt: Instant) => ({
  ...point,
  languages: [language],
  confirmedAt,
});

/** The list that an approved application gives an administration. */
export const appliedContactPoints = (
  administration: AdministrationCode,
  points: readonly Applied[],
  at: Instant,
): ContactPointList => ({
  administration,
  contactPoints: points.map((point) => applied(point, at)),
  revision: 1,
  changedAt: at,
});

/** The first list of an administration, or of one that comes back: whatever was there goes. */
export const contactPointsBegin = (list: ContactPointList): readonly Step[] => [
  { put: contactPointsItem(list) },
  ...formerKeys(list.administration).map((key) => ({ delete: key })),
];

/** The list in place of the one that was read. */
export const contactPointsFollow = (before: ContactPointList, list: ContactPointList): readonly Step[] =>
  before.revision === 0
    ? [
        { put: contactPointsItem(list), when: { absent: true } },
        ...formerKeys(list.administration).map((key) => ({ delete: key })),
      ]
    : [{ put: contactPointsItem(list), when: { equals: { revision: before.revision } } }];

type Whose = Pick<Administration, "code" | "createdAt">;

const upgraded = ({ code, createdAt }: Whose, items: readonly (Item | undefined)[]): ContactPointList => ({
  administration: code,
  contactPoints: items.flatMap((item) => {
    if (item === undefined) return [];
    const { name, function: role, email, phone, language } = item;
    return [applied(Applied.parse({ name, function: role, email, phone, language }), createdAt)];
  }),
  // Nothing is written of it yet.
  revision: 0,
  changedAt: createdAt,
});

/** The contact points of some administrations, in their order: at most two reads of many items, however many they are. */
export const contactPointsOf = async (
  store: RecordStore,
  administrations: readonly Whose[],
): Promise<readonly ContactPointList[]> => {
  const items = await store.getMany(administrations.map(({ code }) => listKey(code)));
  const old = administrations.filter((_, n) => items[n] === undefined);
  const former = old.length === 0 ? [] : await store.getMany(old.flatMap(({ code }) => formerKeys(code)));
  return administrations.map((whose, n) => {
    const item = items[n];
    if (item !== undefined) return parsed(ContactPointList, item);
    const first = old.indexOf(whose) * MOST_CONTACT_POINTS;
    return upgraded(whose, former.slice(first, first + MOST_CONTACT_POINTS));
  });
};
