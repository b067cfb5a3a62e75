import { Acknowledgement } from "../../domain/acknowledgement.ts";
import { AlertHead, AlertVersion, Draft } from "../../domain/alert.ts";
import type { AlertSummary } from "../../domain/alert-summary.ts";
import type { Scope } from "../../domain/audience.ts";
import type { AdministrationCode, Id, Instant } from "../../domain/identifiers.ts";
import type { NoticeLanguage } from "../../domain/language.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { Review } from "../../domain/review.ts";
import { headKey } from "./alert-places.ts";
import { parsed, parsedIfAny, parsedPage } from "./parsed.ts";
import { reviewKey } from "./reviews.ts";

export const draftKey = (administration: AdministrationCode, id: Id): Key => ({
  pk: `DRAFT#${administration}`,
  sk: id,
});
export const draftItem = (draft: Draft): Item => ({
  ...draftKey(draft.administration, draft.id),
  schema: 1,
  ...draft,
});

export const headItem = (head: AlertHead): Item => ({ ...headKey(head.id), schema: 1, ...head });

const versionName = (version: number): string => String(version).padStart(4, "0");
const versionKey = (id: Id, version: number): Key => ({
  pk: `ALT#${id}`,
  sk: `V#${versionName(version)}`,
});
export const versionItem = (version: AlertVersion): Item => ({
  ...versionKey(version.alert, version.version),
  schema: 1,
  ...version,
});

export const acknowledgementKey = (id: Id, administration: AdministrationCode): Key => ({
  pk: `ALT#${id}`,
  sk: `ACK#${administration}`,
});
export const readKey = (id: Id, administration: AdministrationCode): Key => ({
  pk: `ALT#${id}`,
  sk: `READ#${administration}`,
});

/** Where it is written, after a publish, to whom one version was handed, so that it is not handed over twice. */
export const deliveryKey = (
  id: Id,
  version: number,
  administration: AdministrationCode,
  topic: string,
  language: string,
): Key => ({
  pk: `ALT#${id}`,
  sk: `DLV#${versionName(version)}#${administration}#${topic}#${language}#duty`,
});

/** What was handed to one administration: when, and to which of its endpoints. */
export const deliveryItem = (
  key: Key,
  delivery: {
    readonly administration: AdministrationCode;
    readonly at: Instant;
    readonly to: readonly string[];
  },
): Item => ({ ...key, schema: 1, ...delivery });

/** What was handed to one administration, by publish: of which topic, in which language, to which of its endpoints. */
export const deliveriesTo = async (store: RecordStore, id: Id, administration: AdministrationCode) =>
  (await store.query({ pk: `ALT#${id}`, prefix: "DLV#", consistent: true })).items.flatMap((item) => {
    if (item["administration"] !== administration) return [];
    const [, , , topic = "", language] = item.sk.split("#");
    return [{ topic, language: language as NoticeLanguage, to: item["to"] as readonly string[] }];
  });

/** A row of a feed. `position` is the UUIDv7 made at the release: feeds read newest first by it. */
export const pointerKey = (scope: Scope, position: Id): Key => ({ pk: `FEED#${scope}`, sk: position });
export const pointerItem = (scope: Scope, position: Id, summary: AlertSummary): Item => ({
  ...pointerKey(scope, position),
  schema: 1,
  position,
  summary,
});

/** What an administration has still to acknowledge; names the feed's row. */
export const toAcknowledgeKey = (administration: AdministrationCode, position: Id): Key => ({
  pk: `TODO#${administration}`,
  sk: position,
});

/** `scope` names the feed that holds the row, `version` the one that an acknowledgement has to be of, or of a later one. */
export const toAcknowledgeItem = (
  administration: AdministrationCode,
  position: Id,
  scope: Scope,
  version = 1,
): Item => ({
  ...toAcknowledgeKey(administration, position),
  schema: 1,
  scope,
  version,
});

/** What an administration has still to confirm that it dropped: in the place of what it had to acknowledge. */
export const toDropItem = (administration: AdministrationCode, position: Id, scope: Scope): Item => ({
  ...toAcknowledgeItem(administration, position, scope),
  recalled: true,
});

export const counterKey = (group: string, year: number): Key => ({
  pk: `REF#${group}#${year}`,
  sk: "COUNTER",
});

/** An alert by id as one administration can reach it: its own draft, or whatever was released. One request. */
export const findAlert = async (store: RecordStore, reader: AdministrationCode, id: Id) => {
  const [head, draft, review, acknowledgement] = await store.getMany([
    headKey(id),
    draftKey(reader, id),
    reviewKey(id),
    acknowledgementKey(id, reader),
  ]);
  return {
    isAcknowledged: acknowledgement !== undefined,
    head: parsedIfAny(AlertHead, head),
    draft: parsedIfAny(Draft, draft),
    review: parsedIfAny(Review, review),
  };
};

export const getDraft = async (store: RecordStore, administration: AdministrationCode, id: Id) =>
  parsedIfAny(Draft, await store.get(draftKey(administration, id)));

export const getVersion = async (store: RecordStore, id: Id, version: number) =>
  parsedIfAny(AlertVersion, await store.get(versionKey(id, version)));

/** What every version up to one says; a recall is counted as a version, and says nothing. */
export const versionsUpTo = async (
  store: RecordStore,
  id: Id,
  newest: number,
): Promise<readonly AlertVersion[]> => {
  const numbers = Array.from({ length: newest }, (_, n) => n + 1);
  const pages = numbers.filter((_, n) => n % 100 === 0).map((first) => numbers.slice(first - 1, first + 99));
  const found = await Promise.all(
    pages.map((page) => store.getMany(page.map((number) => versionKey(id, number)))),
  );
  return found.flat().flatMap((item) => (item === undefined ? [] : [parsed(AlertVersion, item)]));
};

/** All versions, the first one first. */
export const listVersions = async (store: RecordStore, id: Id): Promise<readonly AlertVersion[]> =>
  (await store.query({ pk: `ALT#${id}`, prefix: "V#", consistent: true })).items.map((item) =>
    parsed(AlertVersion, item),
  );

/** A released version with its head. Throws when there is none: who asks was told that there is. */
export const getRelease = async (store: RecordStore, id: Id, version: number) => {
  const [headFound, versionFound] = await store.getMany([headKey(id), versionKey(id, version)]);
  const head = parsedIfAny(AlertHead, headFound);
  const found = parsedIfAny(AlertVersion, versionFound);
  if (head === undefined || found === undefined) throw new Error(`Alert ${id} has no version ${version}`);
  return { head, content: found.content, change: found.change, at: found.releasedAt };
};

export const listDrafts = (
  store: RecordStore,
  administration: AdministrationCode,
  limit: number,
  after?: string,
) =>
  parsedPage(store, Draft, {
    pk: `DRAFT#${administration}`,
    newestFirst: true,
    limit,
    consistent: true,
    after,
  });

/** Everything the ledger of an alert is made of, of all administrations or of one. */
export const ledgerItems = async (store: RecordStore, id: Id, of: AdministrationCode | undefined) => {
  const suffix = of ?? "";
  const [acknowledgements, reads, deliveries] = await Promise.all(
    [`ACK#${suffix}`, `READ#${suffix}`, "DLV#"].map((prefix) =>
      store.query({ pk: `ALT#${id}`, prefix, consistent: true }),
    ),
  );
  const own = (item: Item): boolean => of === undefined || item["administration"] === of;
  return {
    acknowledgements: (acknowledgements?.items ?? [])
      .filter(own)
      .map((item) => parsed(Acknowledgement, item)),
    reads: (reads?.items ?? []).filter(own).map((item) => ({
      administration: String(item["administration"]),
      at: String(item["at"]) as Instant,
      version: Number(item["version"] ?? 1),
    })),
    deliveries: (deliveries?.items ?? []).filter(own).map((item) => ({
      administration: String(item["administration"]),
      at: String(item["at"]) as Instant,
      to: (item["to"] as readonly string[]).length,
    })),
  };
};
