import { type AlertContent, type AlertHead, categoriesOf } from "../alert.ts";
import type { NoticeLanguage } from "../language.ts";
import type { Notice } from "../provisioning.ts";
import { administrationName } from "./administration-name.ts";
import { catalogues } from "./catalogues.ts";

/** Who issued an alert, as far as a notice says it. */
export interface Issuer {
  readonly code: string;
  readonly name: string;
}

/** The receiving administration's part in a notice. */
export interface NoticeFrame {
  readonly code: string;
  readonly consoleUrl: string;
  readonly recognitionPhrase: string;
}

/** SNS takes subjects of less than 100 ASCII characters. */
const SUBJECT_LIMIT = 99;
/** GSM 03.38, one segment; the sender's name and what SNS sets behind it are counted (domain.md, Notification texts). */
const SMS_LIMIT = 160;
const SMS_SENDER = "IPRCENcomm> ";

/** From an e-mail or SMS straight to the alert, after sign-in. */
const linkTo = (consoleUrl: string, reference: string): string => `${consoleUrl}/a/${reference}`;

const subjectOf = (
  { reference }: AlertHead,
  { tlp, severity }: AlertContent,
  categories: readonly string[],
) => {
  const codes = `[TLP:${tlp}] [${severity.toUpperCase()}] ${reference}`;
  const [first = "", ...others] = categories;
  const whole = `${codes} - ${first}${others.length > 0 ? ` +${others.length}` : ""}`;
  return whole.length <= SUBJECT_LIMIT ? whole : codes;
};

const smsOf = (parts: readonly string[], link: string): string => {
  const [codes = ""] = parts;
  const candidates = [[...parts, link], parts, [codes]].map((each) => each.join(" "));
  return candidates.find((text) => SMS_SENDER.length + text.length <= SMS_LIMIT) ?? codes;
};

/**
 * What a mailbox and a phone are told of a release: a pointer, never the intelligence itself. No title, summary, product,
 * party or route; the subject's codes stay English so that rules of mailboxes can rely on them.
 */
export const alertNotice = (
  language: NoticeLanguage,
  head: AlertHead,
  content: AlertContent,
  issuer: Issuer,
  { code, consoleUrl, recognitionPhrase }: NoticeFrame,
): Notice => {
  const texts = catalogues[language];
  const { reference } = head;
  const own = code === issuer.code;
  const link = linkTo(consoleUrl, reference);
  const categories = categoriesOf(content).map((category) => texts.categories[category]);
  const rows: readonly (readonly [string, string])[] = [
    [texts.alert.reference, reference],
    ["TLP", `TLP:${content.tlp}`],
    [texts.alert.type, texts.types[content.type]],
    [texts.alert.severity, texts.severities[content.severity]],
    [texts.alert.goods, categories.join(", ")],
    [texts.alert.issuer, administrationName(issuer, language)],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return {
    subject: subjectOf(
      head,
      content,
      categoriesOf(content).map((each) => catalogues.en.categories[each]),
    ),
    email: `${own ? texts.alert.releasedByOwn : texts.alert.released}

${rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join("\n")}

${own ? texts.alert.openOwn : texts.alert.open}
${link}

${texts.alert.phrase} ${recognitionPhrase}
${texts.alert.neverAsked}
`,
    sms: smsOf(
      [
        `TLP:${content.tlp} ${content.severity.toUpperCase()} ${reference}`,
        `${texts.alert.from} ${issuer.code}`,
      ],
      link,
    ),
  };
};
