import { MailWork } from "../../shared/domain/outbox.ts";
import { queueHandler } from "../runtime/batch.ts";
import { clock, codeKey, mail, recordStore } from "../runtime/dependencies.ts";
import { environment } from "../runtime/environment.ts";
import { informingApplicants } from "./mail/informing-applicants.ts";
import { remindingContactPoints } from "./mail/reminding-contact-points.ts";
import { writingToPeople } from "./mail/writing-to-people.ts";

const dependencies = {
  store: recordStore(),
  mail: mail(),
  codes: codeKey(),
  consoleUrl: environment("consoleUrl"),
  clock,
};
const informApplicant = informingApplicants(dependencies);
const writeToPeople = writingToPeople(dependencies);
const remindContactPoint = remindingContactPoints(dependencies);

export const handler = queueHandler(MailWork, (work) => {
  switch (work.kind) {
    case "registration-code":
    case "registration-decided":
      return informApplicant(work);
    case "unused-warning":
    case "recertification-due":
    case "contact-point-assisted":
      return writeToPeople(work);
    case "contact-points-due":
      return remindContactPoint(work);
  }
});
