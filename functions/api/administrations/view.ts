import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { contactPointsOf } from "../../../shared/adapters/records/contact-points.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { type ContactPointList, isOverdue } from "../../../shared/domain/contact-point.ts";
import type { Instant } from "../../../shared/domain/identifiers.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { type Answer, assertCurrent } from "../../runtime/request.ts";

export const loadAdministration = async (store: RecordStore, code: string): Promise<Administration> => {
  const administration = await getAdministration(store, code);
  if (administration === undefined) throw unknown();
  return administration;
};

/** A list that began anew has a revision that another one had before it. */
const versionOf = ({ revision, changedAt }: ContactPointList): string =>
  `${revision}-${Date.parse(changedAt)}`;

const isListOverdue = ({ contactPoints }: ContactPointList, now: Instant): boolean =>
  contactPoints.length === 0 || contactPoints.some((point) => isOverdue(point, now));

const ownPoints = ({ contactPoints }: ContactPointList, now: Instant) =>
  contactPoints.map((point) => ({ ...point, overdue: isOverdue(point, now) }));

/** A row of the secretariat's list. Whoever left owes nothing any more. */
export const row = (administration: Administration, list: ContactPointList, now: Instant) => {
  const { code, kind, name, region, state, failure, leftAt, createdAt, changedAt } = administration;
  const { recertificationOverdueSince: overdueSince, contactPointUnusedSince: unusedSince } = administration;
  return {
    code,
    kind,
    name,
    ...(region === undefined ? {} : { region }),
    state,
    ...(failure === undefined ? {} : { failure }),
    ...(leftAt === undefined ? {} : { leftAt }),
    ...(overdueSince === undefined ? {} : { recertificationOverdueSince: overdueSince }),
    ...(unusedSince === undefined ? {} : { contactPointUnusedSince: unusedSince }),
    contactPointsOverdue: state !== "left" && isListOverdue(list, now),
    createdAt,
    changedAt,
  };
};

/** What is shown changes with the contact points, too; a change is made against the part before the full stop. */
export const administrationAnswer = async (
  store: RecordStore,
  administration: Administration,
  now: Date,
): Promise<Answer> => {
  const at = now.toISOString();
  const list = await listOf(store, administration);
  return {
    body: {
      ...row(administration, list, at),
      recognitionPhrase: administration.recognitionPhrase,
      contactPoints: ownPoints(list, at),
    },
    etag: `${administration.revision}.${versionOf(list)}`,
  };
};

export const assertCurrentAdministration = (
  request: { readonly ifMatch: string | undefined },
  { revision }: Administration,
): void => assertCurrent({ ifMatch: request.ifMatch?.split(".")[0] }, String(revision));

export const listOf = async (
  store: RecordStore,
  administration: Administration,
): Promise<ContactPointList> => {
  const [list] = await contactPointsOf(store, [administration]);
  if (list === undefined) throw unknown();
  return list;
};

export const listAnswer = (list: ContactPointList, now: Date): Answer => ({
  body: {
    administration: list.administration,
    contactPoints: ownPoints(list, now.toISOString()),
    changedAt: list.changedAt,
  },
  etag: versionOf(list),
});

export const assertCurrentList = (
  request: { readonly ifMatch: string | undefined },
  list: ContactPointList,
): void => assertCurrent(request, versionOf(list));
