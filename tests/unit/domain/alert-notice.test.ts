import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { expect, test } from "vitest";
import { DISPLAY_NAME } from "../../../shared/adapters/sns/topics.ts";
import type { AlertContent, AlertHead } from "../../../shared/domain/alert.ts";
import { countedReference, randomReference } from "../../../shared/domain/alert-reference.ts";
import { alertTypes, severities } from "../../../shared/domain/alert-summary.ts";
import { tlpLabels } from "../../../shared/domain/audience.ts";
import { commodityCategories } from "../../../shared/domain/commodity-category.ts";
import { noticeLanguages } from "../../../shared/domain/language.ts";
import { alertNotice } from "../../../shared/domain/notices/alert-notice.ts";
import { members } from "../../../shared/reference/members.ts";

const at = "2026-11-01T00:00:00.000Z";

/** Words that stand in one field each, and nowhere else. */
const canaries = {
  title: "canarytitle",
  summary: "canarysummary",
  description: "canarydescription",
  brand: "canarybrand",
  statedManufacturer: "canarymanufacturer",
  batch: "canarybatch",
  unitText: "canaryunit",
  departure: "canarydeparture",
  transit: "canarytransit",
  destination: "canarydestination",
  eventPlace: "canaryevent",
  authority: "canaryauthority",
  source: "canarysource",
} as const;

/** What is coded, and tells as much about the goods. */
const telling = ["300490", "7654321", "FRLEH", "2031-12", "2025-03"];

type Coded = Pick<AlertContent, "type" | "severity" | "tlp"> & {
  readonly categories: readonly (typeof commodityCategories)[number][];
};

const contentOf = ({ categories, ...coded }: Coded): AlertContent => ({
  ...coded,
  group: "ipr",
  audience: { kind: "administrations", administrations: ["AQ"] },
  title: canaries.title,
  summary: canaries.summary,
  language: "en",
  goods: categories.map((category) => ({
    category,
    description: canaries.description,
    hs: { edition: "HS2022", code: "300490" },
    quantity: { value: 7_654_321, unitText: canaries.unitText },
    brand: canaries.brand,
    statedManufacturer: canaries.statedManufacturer,
    batches: [canaries.batch],
    manufactured: "2025-03",
    expires: "2031-12",
  })),
  route: {
    departure: { country: "KP", place: canaries.departure },
    transits: [{ country: "AE", place: canaries.transit }],
    destination: { country: "FR", place: canaries.destination, locode: "FRLEH" },
  },
  event: { date: "2025-03", place: canaries.eventPlace },
  publishedBy: { authority: canaries.authority, sourceUrl: `https://${canaries.source}.example/` },
});

const headOf = (reference: string): AlertHead => ({
  id: "01930000-0000-7000-8000-000000000000",
  administration: "AQ",
  createdBy: "01930000-0000-7000-8000-000000000000",
  createdAt: at,
  changedAt: at,
  state: "released",
  reference,
  version: 1,
  group: "ipr",
  audience: { kind: "group" },
  releasedBy: "01930000-0000-7000-8000-000000000000",
  releasedAt: at,
  position: "01930000-0000-7000-8000-000000000000",
});

const frame = { code: "AQ", consoleUrl: "https://console.ipr-cencomm.example", recognitionPhrase: "harbour" };

const issuers = [
  ...members.map(({ code, name }) => ({ code, kind: "member", name })),
  { code: "WCO", kind: "secretariat", name: "World Customs Organization" },
  { code: `RILO-${"A".repeat(30)}`, kind: "regional-office", name: "x".repeat(120) },
  { code: "X-INTERPOL", kind: "partner", name: "Организация 世界 – à vérifier" },
];

/** A group's name is as long as it may be in the last ones. */
const references = ["ipr", `operation-${"x".repeat(21)}`].flatMap((group) => [
  countedReference(group, 2026, 999_999),
  randomReference(group, 2026, new Uint8Array([31, 30, 29, 28, 27, 26])),
]);

const consoleUrls = [
  frame.consoleUrl,
  "http://localhost:8080",
  `https://${"long.".repeat(20)}ipr-cencomm.example`,
];

const expectOneSegment = (sms: string) => {
  const seen = new SegmentedMessage(`${DISPLAY_NAME}> ${sms}`);
  expect(seen.encodingName, sms).toBe("GSM-7");
  expect(seen.segmentsCount, sms).toBe(1);
};

test("an SMS is one segment with the sender's name, whoever issues the alert and however it is marked", () => {
  // An SMS names its issuer by the code alone, and those of members are all of two letters.
  for (const issuer of issuers.slice(-4))
    for (const tlp of tlpLabels)
      for (const severity of severities)
        for (const reference of references)
          for (const consoleUrl of consoleUrls) {
            const content = contentOf({ type: "alert", tlp, severity, categories: ["vaccines"] });
            const { sms } = alertNotice("fr", headOf(reference), content, issuer, { ...frame, consoleUrl });
            expectOneSegment(sms);
            expect(sms).toContain(`TLP:${tlp} ${severity.toUpperCase()} ${reference}`);
          }
});

const coded = fc.record({
  type: fc.constantFrom(...alertTypes),
  severity: fc.constantFrom(...severities),
  tlp: fc.constantFrom(...tlpLabels),
  categories: fc.uniqueArray(fc.constantFrom(...commodityCategories), { minLength: 1 }),
});

test("a notice is a pointer: whatever the alert says, none of its words leave the exchange", () => {
  fc.assert(
    fc.property(
      coded,
      fc.constantFrom(...noticeLanguages),
      fc.constantFrom(...issuers),
      fc.constantFrom(...references),
      fc.constantFrom(...consoleUrls),
      (facts, language, issuer, reference, consoleUrl) => {
        const notice = alertNotice(language, headOf(reference), contentOf(facts), issuer, {
          ...frame,
          consoleUrl,
        });
        const texts = [notice.subject, notice.email, notice.sms];
        for (const word of [...Object.values(canaries), ...telling])
          for (const said of texts) expect(said.toLowerCase()).not.toContain(word.toLowerCase());

        // SNS: ASCII, under 100 characters, beginning with a letter, number or punctuation mark, no line break.
        expect(notice.subject).toMatch(/^[!-~][ -~]{0,98}$/);
        expect(notice.subject).toContain(`[TLP:${facts.tlp}] [${facts.severity.toUpperCase()}] ${reference}`);
        expectOneSegment(notice.sms);

        expect(notice.email).toContain(`${consoleUrl}/a/${reference}`);
        expect(notice.email).toContain(frame.recognitionPhrase);
        expect(notice.sms).not.toContain(frame.recognitionPhrase);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each(noticeLanguages)(
  "in %s the own administration is told that it released, and asked for nothing",
  (language) => {
    const content = contentOf({ type: "alert", tlp: "AMBER", severity: "high", categories: ["vaccines"] });
    const issuer = { code: "FR", kind: "member", name: "Douane" };
    const to = (code: string) =>
      alertNotice(language, headOf("IPR-2026-000001"), content, issuer, { ...frame, code });
    expect(to("DE").email).toMatch(/to your administration|à votre administration/);
    expect(to("DE").email).toMatch(/acknowledge it|avec accusé de réception/);
    expect(to("FR").email).toMatch(/^(Your administration released|Votre administration a diffusé)/);
    expect(to("FR").email).not.toMatch(/acknowledge it|avec accusé de réception|to your administration/);
    expect(to("FR").subject).toBe(to("DE").subject);
    expect(to("FR").sms).toBe(to("DE").sms);
  },
);
