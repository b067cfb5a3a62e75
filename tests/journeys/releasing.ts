import { alerts } from "../../shared/contract/alerts.ts";
import type { AlertContent } from "../../shared/domain/alert.ts";
import { api, run, tokenOf } from "./system.ts";

/** The short form, with a word of its own in every free field, which no notice may hold. */
export const shortForm: AlertContent = {
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  group: "ipr",
  audience: { kind: "group" },
  title: `Canarytitle ${run}`,
  summary: `Canarysummary ${run}`,
  language: "en",
  goods: [
    {
      category: "gloves",
      description: `Canarygoods ${run}`,
      hs: { edition: "HS2022", code: "401519" },
      quantity: { value: 7431, unit: "PR" },
      brand: "Canarybrand",
    },
  ],
  route: {
    departure: { country: "CN", place: "Canaryport" },
    destination: { country: "FR", place: "Canarytown" },
  },
};

export const draftBy = async (administration: string, role: string, change: Partial<AlertContent> = {}) => {
  const { body, etag } = await api.call(alerts.create, {
    token: await tokenOf(administration, role),
    body: { ...shortForm, ...change },
  });
  return { params: { id: body.id }, ifMatch: etag };
};
export type Drafted = Awaited<ReturnType<typeof draftBy>>;

/** Releases a draft; when the release was acknowledged is what a notice's way is measured from. */
export const releaseBy = async (administration: string, draft: Drafted) => {
  const { body } = await api.call(alerts.release, {
    ...draft,
    token: await tokenOf(administration, "releaser"),
  });
  return { id: body.id, reference: body.reference ?? "", acknowledgedAt: Date.now() };
};
