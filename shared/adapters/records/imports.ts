import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";

/** As long as a request may be repeated (change.ts). */
const KEPT_SECONDS = 7 * 86_400;

const importKey = (administration: AdministrationCode, id: Id): Key => ({
  pk: `ADM#${administration}`,
  sk: `IMPORT#${id}`,
});

/** What came of an import, row by row, for whoever repeats its request. */
export const importItem = (
  administration: AdministrationCode,
  id: Id,
  rows: readonly object[],
  now: Date,
): Item => ({
  ...importKey(administration, id),
  schema: 1,
  rows,
  expiresAt: Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
});

export const importOf = async (
  store: RecordStore,
  administration: AdministrationCode,
  id: Id,
): Promise<unknown> => (await store.get(importKey(administration, id)))?.["rows"];
