import { ApplicantWork } from "../../shared/domain/outbox.ts";
import { queueHandler } from "../runtime/batch.ts";
import { codeKey, mail, recordStore } from "../runtime/dependencies.ts";
import { environment } from "../runtime/environment.ts";
import { informingApplicants } from "./mail/informing-applicants.ts";

export const handler = queueHandler(
  ApplicantWork,
  informingApplicants({
    store: recordStore(),
    mail: mail(),
    codes: codeKey(),
    consoleUrl: environment("consoleUrl"),
  }),
);
