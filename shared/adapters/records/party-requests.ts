import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import { PartyRequest } from "../../domain/party-request.ts";
import {
  type Item,
  type Key,
  nominalPartition,
  type RecordStore,
  type Write,
} from "../../domain/record-store.ts";
import { parsed, parsedIfAny } from "./parsed.ts";

const requestKey = (id: Id): Key => ({ pk: nominalPartition(`REQ#${id}`), sk: "REQ" });

/** Where an alert's requests are found: by who asked, so that an administration reads its own without coming past others'. */
const placeKey = (alert: Id, administration: AdministrationCode, id: Id): Key => ({
  pk: nominalPartition(`ALT#${alert}`),
  sk: `REQ#${administration}#${id}`,
});

/** As long as it waits, the index lists it for the alert's author. */
export const partyRequestItem = (request: PartyRequest): Item => ({
  ...requestKey(request.id),
  ...(request.state === "waiting"
    ? { gsi1pk: nominalPartition(`DECIDE#${request.author}`), gsi1sk: request.id }
    : {}),
  schema: 1,
  ...request,
});

export const partyRequestPlace = ({ alert, administration, id }: PartyRequest): Item => ({
  ...placeKey(alert, administration, id),
  schema: 1,
  id,
});

export const getPartyRequest = async (store: RecordStore, id: Id): Promise<PartyRequest | undefined> =>
  parsedIfAny(PartyRequest, await store.get(requestKey(id)));

const found = async (store: RecordStore, keys: readonly Key[]): Promise<readonly PartyRequest[]> => {
  const items = await store.getMany(keys);
  return items
    .filter((item) => item !== undefined)
    .map((item) => parsed(PartyRequest, item))
    .toSorted((one, other) => (one.id < other.id ? 1 : -1));
};

const placesOf = async (store: RecordStore, alert: Id, of: AdministrationCode | undefined, limit?: number) =>
  (
    await store.query({
      pk: nominalPartition(`ALT#${alert}`),
      prefix: of === undefined ? "REQ#" : `REQ#${of}#`,
      consistent: true,
      ...(limit === undefined ? {} : { limit }),
    })
  ).items;

/** The requests about an alert of one administration, or of all, the newest first. */
export const partyRequestsAbout = async (
  store: RecordStore,
  alert: Id,
  of: AdministrationCode | undefined,
  limit: number,
): Promise<readonly PartyRequest[]> => {
  const places = await placesOf(store, alert, of, limit);
  return found(
    store,
    places.map((place) => requestKey(String(place["id"]))),
  );
};

/** What waits for an author's decision. */
export const partyRequestsToDecide = async (
  store: RecordStore,
  author: AdministrationCode,
  limit: number,
): Promise<readonly PartyRequest[]> => {
  const { items } = await store.query({ pk: nominalPartition(`DECIDE#${author}`), index: "gsi1", limit });
  return found(
    store,
    items.map(({ pk, sk }) => ({ pk, sk })),
  );
};

/** Everything that was asked about an alert. */
export const erasedRequests = async (
  store: RecordStore,
  alert: Id,
): Promise<readonly Extract<Write, { readonly delete: Key }>[]> =>
  (await placesOf(store, alert, undefined)).flatMap((place) => [
    { delete: requestKey(String(place["id"])) },
    { delete: { pk: place.pk, sk: place.sk } },
  ]);
