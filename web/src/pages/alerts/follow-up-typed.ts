import type { AlertView } from "../../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import type { FollowUpType } from "../../../../shared/domain/follow-up-kind.ts";
import { mergePatchBetween } from "../../api/merge-patch.ts";
import { contentOf, fromContent, type TypedAlert, toContent } from "./alert-form.ts";

/** What is typed, whatever of it the chosen type asks for: choosing another type loses nothing. */
export interface TypedFollowUp {
  readonly type: FollowUpType;
  readonly text: string;
  readonly date: string;
  readonly outcome: string;
  readonly laboratory: string;
  /** The alert as it should say. */
  readonly corrected: TypedAlert;
  readonly language: string;
  readonly translatedTitle: string;
  readonly translatedSummary: string;
  readonly by: "person" | "machine" | "";
}

const asTyped = (alert: AlertView): TypedAlert => fromContent(AlertContent.parse(contentOf(alert)));

export const untyped = (alert: AlertView, locale: string): TypedFollowUp => ({
  type: "sighting",
  text: "",
  date: "",
  outcome: "",
  laboratory: "",
  corrected: asTyped(alert),
  // Whoever translates does it into what they read, as a rule.
  language: alert.language === locale ? (locale === "en" ? "fr" : "en") : locale,
  translatedTitle: "",
  translatedSummary: "",
  by: "",
});

/** Without what was left empty. */
const given = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));

/**
 * What a correction changes: between what the form says of the alert and what was typed into it, so that nothing counts as
 * changed that the form alone writes in another way.
 */
export const patchOf = (corrected: TypedAlert, alert: AlertView) =>
  mergePatchBetween(toContent(asTyped(alert)), toContent(corrected));

/** What is sent of it, as yet unchecked. */
export const contentFrom = (typed: TypedFollowUp, alert: AlertView): unknown => {
  const { type, text, date, outcome, laboratory } = typed;
  switch (type) {
    case "sighting":
      return { type, text, ...given({ date }) };
    case "result":
      return { type, text, ...given({ outcome, date }) };
    case "laboratory-finding":
      return { type, laboratory: { findings: text, ...given({ laboratory }) } };
    case "question":
      return { type, text };
    case "correction-proposal":
      return { type, text, version: alert.version, patch: patchOf(typed.corrected, alert) };
    case "translation":
      return {
        type,
        language: typed.language,
        title: typed.translatedTitle,
        summary: typed.translatedSummary,
        by: typed.by,
      };
  }
};
