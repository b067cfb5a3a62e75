import { Id } from "../../domain/identifiers.ts";
import type { Key, RecordStore } from "../../domain/record-store.ts";

/*
 * Where alerts are found, apart from what they say: whoever names alerts and reads none needs no schema of theirs, with all its code lists.
 */

export const headKey = (id: Id): Key => ({ pk: `ALT#${id}`, sk: "HEAD" });

export const referenceKey = (reference: string): Key => ({ pk: `REF#${reference}`, sk: "ALERT" });

/** The alert of a reference; undefined when none was given it. */
export const alertByReference = async (store: RecordStore, reference: string): Promise<Id | undefined> => {
  const found = await store.get(referenceKey(reference));
  return found === undefined ? undefined : Id.parse(found["alert"]);
};
