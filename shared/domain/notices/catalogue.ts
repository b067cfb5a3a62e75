import type { AlertType, Severity } from "../alert-summary.ts";
import type { CommodityCategory } from "../commodity-category.ts";
import type { Assistance } from "../outbox.ts";

/** A mail of the exchange itself, as plain text. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** Every text that leaves the exchange in one language. A language that lacks one does not compile. */
export interface Catalogue {
  readonly types: Readonly<Record<AlertType, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly categories: Readonly<Record<CommodityCategory, string>>;
  /** Labels and sentences of the notice of an alert. */
  readonly alert: {
    readonly released: string;
    /** The same to the administration that issued it, and has nothing to acknowledge. */
    readonly releasedByOwn: string;
    readonly reference: string;
    readonly type: string;
    readonly severity: string;
    readonly goods: string;
    readonly issuer: string;
    readonly open: string;
    readonly openOwn: string;
    /** What proves that a notice is genuine; followed by the administration's phrase. */
    readonly phrase: string;
    readonly neverAsked: string;
    /** In an SMS, before the issuer's code; of GSM 03.38's alphabet alone. */
    readonly from: string;
  };
  /** The code that shows who holds an address. */
  readonly code: {
    readonly mail: (code: string, phrase: string) => MailText;
    readonly sms: (code: string) => string;
  };
  /** To the applicant, who has no other way of being told. */
  readonly application: {
    readonly code: (code: string, reference: string, link: string) => MailText;
    readonly approved: (reference: string, administration: string, link: string) => MailText;
    readonly rejected: (reference: string, reason: string) => MailText;
    readonly closed: (reference: string, administration: string) => MailText;
  };
  /** To people of an administration, about their accounts. Days are written out by who calls. */
  readonly account: {
    readonly unused: (administration: string, until: string, link: string) => MailText;
    /** How many people are due, and soon due. */
    readonly recertification: (administration: string, due: number, soon: number, link: string) => MailText;
    readonly assisted: (administration: string, name: string, action: Assistance, link: string) => MailText;
  };
  /** To a contact point, once a year. The day is written out by who calls. */
  readonly contactPoints: {
    readonly due: (administration: string, day: string, isOverdue: boolean, link: string) => MailText;
  };
  /** To somebody invited, by the secretariat or by a colleague: one text for both. Cognito fills in `{username}` and `{####}` and needs both. */
  readonly invitation: (administration: string, link: string) => MailText;
}
