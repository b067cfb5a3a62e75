import { randomUUID } from "node:crypto";
import { Refused } from "../../local/api-client.ts";
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

/** Tries, as a national system would: with one key, so that a release whose answer was lost is not made again. */
const TRIES = 3;

/** Releases a draft; when the release was acknowledged is what a notice's way is measured from. */
export const releaseBy = async (administration: string, draft: Drafted) => {
  const token = await tokenOf(administration, "releaser");
  const idempotencyKey = randomUUID();
  const attempt = async (tries: number): ReturnType<typeof once> =>
    once().catch((error: unknown) => {
      // The exchange refused, and would again; everything else is a fault on the way.
      if (error instanceof Refused || tries === 1) throw error;
      return attempt(tries - 1);
    });
  const once = () => api.call(alerts.release, { ...draft, token, idempotencyKey });
  const { body } = await attempt(TRIES);
  return { id: body.id, reference: body.reference ?? "", acknowledgedAt: Date.now() };
};
