import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { contactPointsOf } from "../../../shared/adapters/records/contact-points.ts";
import { everyUser, getUser } from "../../../shared/adapters/records/users.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { disabledFrom, isToBeWarned } from "../../../shared/domain/disuse.ts";
import type { Mail } from "../../../shared/domain/mail.ts";
import { administrationName } from "../../../shared/domain/notices/administration-name.ts";
import { dayIn, inLanguage } from "../../../shared/domain/notices/in-language.ts";
import type { PersonWork } from "../../../shared/domain/outbox.ts";
import { recertificationOf } from "../../../shared/domain/recertification.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { User } from "../../../shared/domain/user.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly mail: Mail;
  readonly consoleUrl: string;
  readonly clock: () => Date;
}

type Assisted = Extract<PersonWork, { kind: "contact-point-assisted" }>;

/** Mails people what is to be known of their accounts now, which may be nothing any more. */
export const writingToPeople = ({ store, mail, consoleUrl, clock }: Dependencies) => {
  const warn = async (administration: Administration, person: User): Promise<void> => {
    const link = `${consoleUrl}/sign-in?administration=${administration.code}`;
    const { warnedAt: _, ...unwarned } = person;
    // Whoever has come in since is not told.
    if (person.state === "disabled" || !isToBeWarned(unwarned, administration, clock().toISOString())) return;
    const text = inLanguage(person.language, ({ account }, language) =>
      account.unused(
        administrationName(administration, language),
        dayIn(language, disabledFrom(person, administration)),
        link,
      ),
    );
    await mail.send({ to: person.email, ...text });
  };

  const ask = async (administration: Administration, contactPoint: User): Promise<void> => {
    const { due, soon } = recertificationOf(await everyUser(store, administration.code), clock());
    if (contactPoint.state === "disabled" || due.length + soon.length === 0) return;
    const text = inLanguage(contactPoint.language, ({ account }, language) =>
      account.recertification(
        administrationName(administration, language),
        due.length,
        soon.length,
        `${consoleUrl}/people`,
      ),
    );
    await mail.send({ to: contactPoint.email, ...text });
  };

  /** To everybody who answers for the administration, so that nobody takes an account over unnoticed. */
  const tellOfAssistance = async (
    administration: Administration,
    person: User,
    { action }: Assisted,
  ): Promise<void> => {
    const people = (await everyUser(store, administration.code)).filter(
      ({ roles, state, id }) => roles.includes("contact-point") && (state !== "disabled" || id === person.id),
    );
    const [list] = await contactPointsOf(store, [administration]);
    const readers = new Map<string, string | undefined>([
      ...people.map(({ email, language }) => [email, language] as const),
      ...(list?.contactPoints ?? []).map(({ email, languages }) => [email, languages[0]] as const),
    ]);
    const failures: unknown[] = [];
    for (const [to, reads] of readers) {
      const text = inLanguage(reads, ({ account }, language) =>
        account.assisted(
          administrationName(administration, language),
          person.name,
          action,
          `${consoleUrl}/sign-in?administration=${administration.code}`,
        ),
      );
      await mail.send({ to, ...text }).catch((error: unknown) => failures.push(error));
    }
    // One address that takes no mail keeps it from nobody else; the queue tries again, and tells the operators in the end.
    if (failures.length > 0) throw new AggregateError(failures, "Not everybody could be told");
  };

  return async (work: PersonWork): Promise<void> => {
    const [administration, person] = await Promise.all([
      getAdministration(store, work.administration),
      getUser(store, work.administration, work.user),
    ]);
    if (administration === undefined || person === undefined) return;
    if (work.kind === "contact-point-assisted") return tellOfAssistance(administration, person, work);
    // Suspended or left meanwhile: nobody can come in, so that nothing is asked of anybody.
    if (administration.state !== "active") return;
    return work.kind === "unused-warning" ? warn(administration, person) : ask(administration, person);
  };
};
