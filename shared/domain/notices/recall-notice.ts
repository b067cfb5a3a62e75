import type { AlertHead } from "../alert.ts";
import type { NoticeLanguage } from "../language.ts";
import type { Notice } from "../provisioning.ts";
import { administrationName } from "./administration-name.ts";
import type { Issuer, NoticeFrame } from "./alert-notice.ts";
import { catalogues } from "./catalogues.ts";

/** What a mailbox and a phone are told of a recall: which one, and to drop it. The reason is read after signing in. */
export const recallNotice = (
  language: NoticeLanguage,
  { reference }: Pick<AlertHead, "reference">,
  issuer: Issuer,
  { code, consoleUrl, recognitionPhrase }: NoticeFrame,
): Notice => {
  const { alert, recall } = catalogues[language];
  const own = code === issuer.code;
  const rows = [
    [alert.reference, reference],
    [alert.issuer, administrationName(issuer, language)],
  ] as const;
  const width = Math.max(...rows.map(([label]) => label.length));
  const link = `${consoleUrl}/a/${reference}`;
  return {
    subject: `[RECALLED] ${reference}`,
    email: `${own ? recall.recalledOwn : recall.recalled}

${rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join("\n")}

${own ? recall.openOwn : recall.open}
${link}

${alert.phrase} ${recognitionPhrase}
${alert.neverAsked}
`,
    sms: `${recall.sms} ${reference}`,
  };
};
