import { openExchange } from "../../../local/seed/exchange.ts";
import { alerts } from "../../../shared/contract/alerts.ts";
import type { AlertContent } from "../../../shared/domain/alert.ts";
import { seeded, state } from "./system.ts";

const { api, signIn: tokensOf } = openExchange(state);

const tokenOf = async (administration: string, role: string): Promise<string> => {
  const { email, password, totpSecret } = seeded(administration, role);
  return (await tokensOf(administration, email, password, { totpSecret })).accessToken;
};

/** An alert with something in every part of the record; nobody's goods, and no real case. */
export const wholeAlert = (title: string): AlertContent => ({
  type: "seizure",
  severity: "high",
  tlp: "AMBER+STRICT",
  group: "ipr",
  audience: { kind: "administrations", administrations: ["DE", "FR"] },
  title,
  summary: "Tablets in blisters of two makers, in one carton.\nThe cartons have no leaflet.",
  language: "en",
  goods: Array.from({ length: 8 }, (_, n) => ({
    category: "medicines" as const,
    description: `Artesunate 200 mg tablets, presentation ${n + 1}`,
    hs: { edition: "HS2022" as const, code: "300490" },
    quantity: { value: 1200 * (n + 1), unit: "CT" },
    brand: "As printed on the carton",
    batches: ["AB1234", "AB1235", "CD 77/2026"],
    origin: "IN",
    ...(n === 0
      ? {
          medicine: { inn: ["artesunate"], atc: "P01BE03", strength: "200 mg", form: "tablet" },
          falsification: { code: "api" as const, asReported: "no artesunate found" },
          ipr: { right: "trademark" as const, rightHolder: "Exercise Pharma", niceClass: 5 },
          identifiers: { serials: ["SN-0001"] },
        }
      : {}),
  })),
  urgency: "immediate",
  certainty: "observed",
  grading: { reliability: "B", credibility: 2 },
  conveyance: [
    {
      mode: "1",
      vessel: "EXERCISE VESSEL",
      imo: { value: "9074729" },
      containers: [{ value: "CSQU3054383" }],
      seals: ["SEAL 77"],
      billsOfLading: ["BL-2026-11"],
    },
  ],
  detection: { method: "risk-profile", indicators: ["Weight differs from the declaration"] },
  concealment: { method: "among-other-goods", text: "Behind rice." },
  laboratory: { result: "no-active-ingredient", laboratory: "National laboratory", date: "2026-11" },
  route: {
    departure: { country: "IN", place: "Mumbai", locode: "INBOM" },
    transits: [{ country: "AE", place: "Dubai" }],
    destination: { country: "KE", place: "Mombasa" },
  },
  event: { date: "2026-11-19", place: "Port of Mombasa" },
});

/** By the releaser of this administration. */
export const draftIt = async (administration: string, content: AlertContent): Promise<string> =>
  (await api.call(alerts.create, { token: await tokenOf(administration, "releaser"), body: content })).body
    .id;

/** As it stands by now, with what was attached to it since. */
export const releaseIt = async (administration: string, id: string): Promise<string> => {
  const token = await tokenOf(administration, "releaser");
  const { etag } = await api.call(alerts.get, { token, params: { id } });
  const released = await api.call(alerts.release, { token, params: { id }, ifMatch: etag });
  return released.body.reference ?? "";
};
