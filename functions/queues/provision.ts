import { ProvisionWork } from "../../shared/domain/outbox.ts";
import { queueHandler } from "../runtime/batch.ts";
import { clock, newId, pools, recordStore, topics } from "../runtime/dependencies.ts";
import { environment } from "../runtime/environment.ts";
import { lettingGo } from "./provision/letting-go.ts";
import { peopling } from "./provision/peopling.ts";
import { provisioning } from "./provision/provisioning.ts";

const dependencies = {
  store: recordStore(),
  pools: pools(),
  topics: topics(),
  consoleUrl: environment("consoleUrl"),
  mailIdentity: environment("mailIdentity"),
  clock,
  newId,
};
const provision = provisioning(dependencies);
const letGo = lettingGo(dependencies);
const { invite, inviteAgain, applyState } = peopling(dependencies);

export const handler = queueHandler(ProvisionWork, (work) => {
  switch (work.kind) {
    case "provision-administration":
      return provision(work.administration);
    case "let-go-administration":
      return letGo(work.administration);
    case "invite-user":
      return invite(work.administration, work.user);
    case "invite-user-again":
      return inviteAgain(work.administration, work.user);
    case "user-state-changed":
      return applyState(work.administration, work.user);
  }
});
