import { alerts } from "../../shared/contract/alerts.ts";
import type { Conversion } from "../public-alerts/report.ts";
import type { Exchange, SignedInPerson } from "./exchange.ts";

/** Drafts and releases an alert, as a releaser of the administration that issues it. */
export const release = async (
  { api }: Exchange,
  { token }: SignedInPerson,
  { alert }: Conversion["alerts"][number],
): Promise<void> => {
  const draft = await api.call(alerts.create, { token, body: alert });
  await api.call(alerts.release, { token, params: { id: draft.body.id }, ifMatch: draft.etag });
};
