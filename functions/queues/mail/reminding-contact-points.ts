import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { contactPointsOf } from "../../../shared/adapters/records/contact-points.ts";
import { reminderFor } from "../../../shared/domain/contact-point.ts";
import type { Mail } from "../../../shared/domain/mail.ts";
import { administrationName } from "../../../shared/domain/notices/administration-name.ts";
import { dayIn, inLanguage } from "../../../shared/domain/notices/in-language.ts";
import type { ContactPointWork } from "../../../shared/domain/outbox.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly mail: Mail;
  readonly consoleUrl: string;
  readonly clock: () => Date;
}

/** Asks a contact point to confirm what is said of it, unless that was done meanwhile, or it is one no more. */
export const remindingContactPoints =
  ({ store, mail, consoleUrl, clock }: Dependencies) =>
  async ({ administration: code, email, due }: ContactPointWork): Promise<void> => {
    const administration = await getAdministration(store, code);
    if (administration?.state !== "active") return;
    const [list] = await contactPointsOf(store, [administration]);
    const point = list?.contactPoints.find((each) => each.email === email);
    const reminder = reminderFor(list?.contactPoints ?? [], clock().toISOString());
    if (point === undefined || reminder?.due !== due) return;
    const text = inLanguage(point.languages[0], ({ contactPoints }, language) =>
      contactPoints.due(
        administrationName(administration, language),
        dayIn(language, due),
        reminder.stage === "due",
        `${consoleUrl}/people/contact-points`,
      ),
    );
    await mail.send({ to: email, ...text });
  };
