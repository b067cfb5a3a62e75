import * as z from "zod/mini";
import * as administrations from "../../shared/contract/administrations.ts";
import * as alertList from "../../shared/contract/alert-list.ts";
import * as alerts from "../../shared/contract/alerts.ts";
import * as audit from "../../shared/contract/audit.ts";
import * as common from "../../shared/contract/common.ts";
import * as contactPointAccounts from "../../shared/contract/contact-point-accounts.ts";
import * as contactPoints from "../../shared/contract/contact-points.ts";
import * as groups from "../../shared/contract/groups.ts";
import * as oneself from "../../shared/contract/oneself.ts";
import * as registrations from "../../shared/contract/registrations.ts";
import * as service from "../../shared/contract/service.ts";
import * as subscriptions from "../../shared/contract/subscriptions.ts";
import * as systemAccounts from "../../shared/contract/system-accounts.ts";
import * as userView from "../../shared/contract/user-view.ts";
import * as users from "../../shared/contract/users.ts";
import * as acknowledgement from "../../shared/domain/acknowledgement.ts";
import * as alert from "../../shared/domain/alert.ts";
import * as alertSummary from "../../shared/domain/alert-summary.ts";
import * as audience from "../../shared/domain/audience.ts";
import * as auditEntry from "../../shared/domain/audit.ts";
import * as auditChain from "../../shared/domain/audit-chain.ts";
import * as auditExport from "../../shared/domain/audit-export.ts";
import * as checkpoint from "../../shared/domain/checkpoint.ts";
import * as commodityCategory from "../../shared/domain/commodity-category.ts";
import * as contact from "../../shared/domain/contact.ts";
import * as contactPoint from "../../shared/domain/contact-point.ts";
import * as dutyHours from "../../shared/domain/duty-hours.ts";
import * as goods from "../../shared/domain/goods.ts";
import * as group from "../../shared/domain/group.ts";
import * as identifiers from "../../shared/domain/identifiers.ts";
import * as language from "../../shared/domain/language.ts";
import * as partialDate from "../../shared/domain/partial-date.ts";
import * as permissions from "../../shared/domain/permissions.ts";
import * as place from "../../shared/domain/place.ts";
import * as registration from "../../shared/domain/registration.ts";
import * as subscription from "../../shared/domain/subscription.ts";
import * as systemAccount from "../../shared/domain/system-account.ts";
import * as timeZone from "../../shared/domain/time-zone.ts";

const modules = [
  ...[administrations, alertList, alerts, audit, common, groups, registrations, service, subscriptions],
  ...[contactPointAccounts, contactPoints, contactPoint, dutyHours, oneself, systemAccounts, users, userView],
  ...[auditEntry, auditChain, auditExport, checkpoint],
  ...[
    acknowledgement,
    alert,
    alertSummary,
    audience,
    commodityCategory,
    contact,
    goods,
    group,
    identifiers,
    language,
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
