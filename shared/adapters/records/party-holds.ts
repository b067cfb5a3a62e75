import type { Id } from "../../domain/identifiers.ts";
import { PartyHold } from "../../domain/party-hold.ts";
import {
  type Item,
  type Key,
  nominalPartition,
  type RecordStore,
  type Write,
} from "../../domain/record-store.ts";
import { parsed, parsedIfAny } from "./parsed.ts";

/** In one partition: there are few, and the secretariat looks through all of them. */
const HOLDS = nominalPartition("HOLDS");

export const holdKey = (alert: Id): Key => ({ pk: HOLDS, sk: alert });

export const holdItem = (hold: PartyHold): Item => ({ ...holdKey(hold.alert), schema: 1, ...hold });

/** The hold on an alert's parties; where its end has passed, there is none. */
export const getHold = async (store: RecordStore, alert: Id, now: Date): Promise<PartyHold | undefined> => {
  const hold = parsedIfAny(PartyHold, await store.get(holdKey(alert)));
  return hold !== undefined && hold.until > now.toISOString() ? hold : undefined;
};

export const listHolds = async (
  store: RecordStore,
  now: Date,
  limit: number,
  after: Id | undefined,
): Promise<{ readonly holds: readonly PartyHold[]; readonly next: Id | undefined }> => {
  const position = after === undefined ? {} : { after };
  const { items, more } = await store.query({ pk: HOLDS, limit, consistent: true, ...position });
  return {
    holds: items.map((item) => parsed(PartyHold, item)).filter(({ until }) => until > now.toISOString()),
    next: more ? items.at(-1)?.sk : undefined,
  };
};

/** Fails where they are held at the moment of erasing. A hold that has ended goes with what it held. */
export const unheld = async (store: RecordStore, alert: Id, now: Date): Promise<Write> => {
  const hold = parsedIfAny(PartyHold, await store.get(holdKey(alert)));
  return hold === undefined || hold.until > now.toISOString()
    ? { check: holdKey(alert), when: { absent: true } }
    : { delete: holdKey(alert), when: { equals: { until: hold.until } } };
};
