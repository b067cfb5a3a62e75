import { DISCLOSURE_REQUESTS, DisclosureRequest } from "../../domain/disclosure-request.ts";
import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { parsed } from "./parsed.ts";

/** By who asked, so that an administration finds its own without coming past others'. */
const requestKey = (alert: Id, administration: AdministrationCode, id: Id): Key => ({
  pk: `ALT#${alert}`,
  sk: `DIS#${administration}#${id}`,
});

export const disclosureItem = (request: DisclosureRequest): Item => ({
  ...requestKey(request.alert, request.administration, request.id),
  schema: 1,
  ...request,
});

/** The requests about an alert of one administration, or of all, the newest first. */
export const listDisclosureRequests = async (
  store: RecordStore,
  alert: Id,
  of: AdministrationCode | undefined,
): Promise<readonly DisclosureRequest[]> => {
  const { items } = await store.query({
    pk: `ALT#${alert}`,
    prefix: of === undefined ? "DIS#" : `DIS#${of}#`,
    consistent: true,
    ...(of === undefined ? {} : { limit: DISCLOSURE_REQUESTS }),
  });
  const found = items.map((item) => parsed(DisclosureRequest, item));
  return found.toSorted((one, other) => (one.id < other.id ? 1 : -1));
};
