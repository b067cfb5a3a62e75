import * as z from "zod/mini";
import * as administrations from "../../shared/contract/administrations.ts";
import * as alertList from "../../shared/contract/alert-list.ts";
import * as alertParties from "../../shared/contract/alert-parties.ts";
import * as alertRecall from "../../shared/contract/alert-recall.ts";
import * as alerts from "../../shared/contract/alerts.ts";
import * as attachments from "../../shared/contract/attachments.ts";
import * as audit from "../../shared/contract/audit.ts";
import * as common from "../../shared/contract/common.ts";
import * as contactPointAccounts from "../../shared/contract/contact-point-accounts.ts";
import * as contactPoints from "../../shared/contract/contact-points.ts";
import * as disclosureRequests from "../../shared/contract/disclosure-requests.ts";
import * as followUpTasks from "../../shared/contract/follow-up-tasks.ts";
import * as followUps from "../../shared/contract/follow-ups.ts";
import * as groups from "../../shared/contract/groups.ts";
import * as oneself from "../../shared/contract/oneself.ts";
import * as partyRequests from "../../shared/contract/party-requests.ts";
import * as reference from "../../shared/contract/reference.ts";
import * as registrations from "../../shared/contract/registrations.ts";
import * as service from "../../shared/contract/service.ts";
import * as subscriptions from "../../shared/contract/subscriptions.ts";
import * as systemAccounts from "../../shared/contract/system-accounts.ts";
import * as userView from "../../shared/contract/user-view.ts";
import * as users from "../../shared/contract/users.ts";
import * as acknowledgement from "../../shared/domain/acknowledgement.ts";
import * as airWaybill from "../../shared/domain/air-waybill.ts";
import * as alert from "../../shared/domain/alert.ts";
import * as alertChange from "../../shared/domain/alert-change.ts";
import * as alertSummary from "../../shared/domain/alert-summary.ts";
import * as area from "../../shared/domain/area.ts";
import * as audience from "../../shared/domain/audience.ts";
import * as auditEntry from "../../shared/domain/audit.ts";
import * as auditChain from "../../shared/domain/audit-chain.ts";
import * as auditExport from "../../shared/domain/audit-export.ts";
import * as checkpoint from "../../shared/domain/checkpoint.ts";
import * as commodityCategory from "../../shared/domain/commodity-category.ts";
import * as completeness from "../../shared/domain/completeness.ts";
import * as concealment from "../../shared/domain/concealment.ts";
import * as contact from "../../shared/domain/contact.ts";
import * as contactPoint from "../../shared/domain/contact-point.ts";
import * as containerNumber from "../../shared/domain/container-number.ts";
import * as conveyance from "../../shared/domain/conveyance.ts";
import * as detection from "../../shared/domain/detection.ts";
import * as disclosureRequest from "../../shared/domain/disclosure-request.ts";
import * as dutyHours from "../../shared/domain/duty-hours.ts";
import * as event from "../../shared/domain/event.ts";
import * as falsification from "../../shared/domain/falsification.ts";
import * as followUp from "../../shared/domain/follow-up.ts";
import * as goods from "../../shared/domain/goods.ts";
import * as grading from "../../shared/domain/grading.ts";
import * as group from "../../shared/domain/group.ts";
import * as gtin from "../../shared/domain/gtin.ts";
import * as handling from "../../shared/domain/handling.ts";
import * as identifiers from "../../shared/domain/identifiers.ts";
import * as imoNumber from "../../shared/domain/imo-number.ts";
import * as intellectualProperty from "../../shared/domain/intellectual-property.ts";
import * as laboratory from "../../shared/domain/laboratory.ts";
import * as language from "../../shared/domain/language.ts";
import * as medicine from "../../shared/domain/medicine.ts";
import * as money from "../../shared/domain/money.ts";
import * as partialDate from "../../shared/domain/partial-date.ts";
import * as parties from "../../shared/domain/parties.ts";
import * as partyHold from "../../shared/domain/party-hold.ts";
import * as partyRequest from "../../shared/domain/party-request.ts";
import * as permissions from "../../shared/domain/permissions.ts";
import * as place from "../../shared/domain/place.ts";
import * as postalItem from "../../shared/domain/postal-item.ts";
import * as recall from "../../shared/domain/recall.ts";
import * as region from "../../shared/domain/region.ts";
import * as registration from "../../shared/domain/registration.ts";
import * as review from "../../shared/domain/review.ts";
import * as subscription from "../../shared/domain/subscription.ts";
import * as systemAccount from "../../shared/domain/system-account.ts";
import * as timeZone from "../../shared/domain/time-zone.ts";
import * as urgency from "../../shared/domain/urgency.ts";

const modules = [
  ...[
    administrations,
    alertList,
    alerts,
    audit,
    common,
    followUps,
    followUpTasks,
    groups,
    reference,
    registrations,
    service,
    subscriptions,
  ],
  ...[contactPointAccounts, contactPoints, contactPoint, dutyHours, oneself, systemAccounts, users, userView],
  ...[auditEntry, auditChain, auditExport, checkpoint],
  ...[
    acknowledgement,
    alert,
    alertSummary,
    audience,
    commodityCategory,
    contact,
    followUp,
    goods,
    group,
    identifiers,
    language,
  ],
  ...[alertParties, alertRecall, attachments, disclosureRequests, partyRequests],
  ...[
    airWaybill,
    alertChange,
    area,
    concealment,
    containerNumber,
    completeness,
    conveyance,
    detection,
    disclosureRequest,
    event,
    falsification,
    grading,
    gtin,
    handling,
    imoNumber,
    intellectualProperty,
    laboratory,
    medicine,
    money,
    parties,
    partyHold,
    partyRequest,
    postalItem,
    recall,
    region,
    review,
    urgency,
  ],
  ...[partialDate, permissions, place, registration, subscription, systemAccount, timeZone],
];

/**
 * A component is called what its schema is called in the code; RFC 9457's document, what everybody calls it. Shared
 * parts of requests begin with a small letter and are no components.
 */
export const componentNames: ReadonlyMap<z.core.$ZodType, string> = new Map(
  modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]): [z.core.$ZodType, string][] =>
      value instanceof z.core.$ZodType && /^[A-Z]/.test(name)
        ? [[value, name === "ProblemDocument" ? "Problem" : name]]
        : [],
    ),
  ),
);
