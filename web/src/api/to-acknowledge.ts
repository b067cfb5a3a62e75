import { listing } from "../../../shared/contract/alert-list.ts";
import { queryOf } from "./queries.ts";

/** What the own administration has still to acknowledge: the inbox's first part, and its count in the menu. */
export const toAcknowledge = {
  ...queryOf(listing.list, { query: { unacknowledged: "true", limit: 25 } }),
  refetchInterval: 30_000,
};
