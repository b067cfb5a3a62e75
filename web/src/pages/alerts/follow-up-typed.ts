import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { FollowUpType } from "../../../../shared/domain/follow-up-kind.ts";

/** What is typed, whatever of it the chosen type asks for: choosing another type loses nothing. */
export interface TypedFollowUp {
  readonly type: FollowUpType;
  readonly text: string;
  readonly date: string;
  readonly outcome: string;
  readonly laboratory: string;
  readonly title: string;
  readonly summary: string;
  readonly severity: string;
  readonly language: string;
  readonly translatedTitle: string;
  readonly translatedSummary: string;
  readonly by: "person" | "machine" | "";
}

export const untyped = ({ title, summary, severity, language }: AlertView): TypedFollowUp => ({
  type: "sighting",
  text: "",
  date: "",
  outcome: "",
  laboratory: "",
  title,
  summary,
  severity,
  language: language === "en" ? "fr" : "en",
  translatedTitle: "",
  translatedSummary: "",
  by: "",
});

/** Without what was left empty. */
const given = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));

/** What is sent of it, as yet unchecked. A correction is of what differs from the alert as it was read. */
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
    case "correction-proposal": {
      const { title, summary, severity } = typed;
      const patch = Object.fromEntries(
        Object.entries({ title, summary, severity }).filter(
          ([name, value]) => value !== alert[name as "title" | "summary" | "severity"],
        ),
      );
      return { type, text, version: alert.version, patch };
    }
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
