import { alerts } from "../../shared/contract/alerts.ts";
import type { MappedAlert } from "../public-alerts/mapping.ts";
import type { Exchange, SignedInPerson } from "./exchange.ts";

/** Drafts and releases an alert, as a releaser of the administration that issues it. */
export const release = async (
  { api }: Exchange,
  { token }: SignedInPerson,
  { alert }: MappedAlert,
): Promise<void> => {
  const draft = await api.call(alerts.create, { token, body: alert });
  await api.call(alerts.release, { token, params: { id: draft.body.id }, ifMatch: draft.etag });
};

/** What the record cannot hold yet, by field, of all alerts together. */
export const leftOutOf = (mapped: readonly MappedAlert[]): string => {
  const counts = new Map<string, number>();
  for (const { leftOut } of mapped)
    for (const [name, count] of Object.entries(leftOut)) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
};
