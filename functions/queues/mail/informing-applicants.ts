import { getRegistration } from "../../../shared/adapters/records/registrations.ts";
import type { NoticeLanguage } from "../../../shared/domain/language.ts";
import type { Mail } from "../../../shared/domain/mail.ts";
import type { MailText } from "../../../shared/domain/notices/catalogue.ts";
import { catalogues, noticeLanguageFor } from "../../../shared/domain/notices/catalogues.ts";
import { type CodeKey, codePurpose } from "../../../shared/domain/one-time-code.ts";
import type { ApplicantWork } from "../../../shared/domain/outbox.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Registration } from "../../../shared/domain/registration.ts";
import { memberName } from "../../../shared/reference/members.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly mail: Mail;
  readonly codes: CodeKey;
  readonly consoleUrl: string;
}

/** Mails to the primary contact point of an application what is to be known of it now. */
export const informingApplicants = ({ store, mail, codes, consoleUrl }: Dependencies) => {
  const textOf = async (
    registration: Registration,
    language: NoticeLanguage,
  ): Promise<MailText | undefined> => {
    const { application } = catalogues[language];
    const { id, reference, reason = "", state, code, administration } = registration;
    const name = memberName(administration, language);
    switch (state) {
      case "unconfirmed":
        return application.code(
          await codes.digits(codePurpose.registration(id), code.nonce),
          reference,
          `${consoleUrl}/join/${id}`,
        );
      case "approved":
        return application.approved(
          reference,
          name,
          `${consoleUrl}/sign-in?administration=${administration}`,
        );
      case "rejected":
        return application.rejected(reference, reason);
      case "closed":
        return application.closed(reference, name);
      case "confirmed":
        return undefined;
    }
  };

  return async (work: ApplicantWork): Promise<void> => {
    const registration = await getRegistration(store, work.registration);
    const applicant = registration?.contactPoints[0];
    if (registration === undefined || applicant === undefined) return;
    const text = await textOf(registration, noticeLanguageFor(applicant.language));
    if (text !== undefined) await mail.send({ to: applicant.email, ...text });
  };
};
