import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Action } from "../../shared/domain/permissions.ts";
import { loadTextsOf } from "./i18n/activate.ts";
import { patterns } from "./path-builder.ts";

interface Route {
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
  /** Who may use the page; `public` needs no sign-in. */
  readonly access: "public" | "signed-in" | Action;
}

/** A page of a folder comes with the folder's texts, so that it costs its own alone and never shows without them. */
const page = <Name extends string>(
  folder: string,
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> =>
  lazy(async () => {
    const [pages] = await Promise.all([load(), loadTextsOf(folder)]);
    return { default: pages[name] };
  });

/** The map: every page once, loaded when it is first asked for. The first that matches is shown. */
export const routes: readonly Route[] = [
  {
    path: patterns.signIn,
    page: page("sign-in", () => import("./pages/sign-in/sign-in-page.tsx"), "SignInPage"),
    access: "public",
  },
  {
    path: patterns.join,
    page: page("join", () => import("./pages/join/join-page.tsx"), "JoinPage"),
    access: "public",
  },
  {
    path: patterns.confirmApplication,
    page: page("join", () => import("./pages/join/confirm-page.tsx"), "ConfirmPage"),
    access: "public",
  },
  {
    path: patterns.inbox,
    page: page("inbox", () => import("./pages/inbox/inbox-page.tsx"), "InboxPage"),
    access: "signed-in",
  },
  {
    path: patterns.alerts,
    page: page("alerts", () => import("./pages/alerts/alerts-page.tsx"), "AlertsPage"),
    access: "alerts.read",
  },
  {
    path: patterns.newAlert,
    page: page("alerts", () => import("./pages/alerts/edit-alert-page.tsx"), "NewAlertPage"),
    access: "alerts.draft",
  },
  {
    path: patterns.editAlert,
    page: page("alerts", () => import("./pages/alerts/edit-alert-page.tsx"), "EditAlertPage"),
    access: "alerts.draft",
  },
  {
    path: patterns.alert,
    page: page("alerts", () => import("./pages/alerts/alert-page.tsx"), "AlertPage"),
    access: "alerts.read",
  },
  {
    path: patterns.byReference,
    page: page("alerts", () => import("./pages/alerts/by-reference-page.tsx"), "ByReferencePage"),
    access: "alerts.read",
  },
  {
    path: patterns.me,
    page: page("me", () => import("./pages/me/me-page.tsx"), "MePage"),
    access: "signed-in",
  },
  {
    path: patterns.notifications,
    page: page(
      "notifications",
      () => import("./pages/notifications/notifications-page.tsx"),
      "NotificationsPage",
    ),
    access: "subscriptions.manage",
  },
  {
    path: patterns.newSubscription,
    page: page(
      "notifications",
      () => import("./pages/notifications/new-subscription-page.tsx"),
      "NewSubscriptionPage",
    ),
    access: "subscriptions.manage",
  },
  {
    path: patterns.subscription,
    page: page(
      "notifications",
      () => import("./pages/notifications/subscription-page.tsx"),
      "SubscriptionPage",
    ),
    access: "subscriptions.manage",
  },
  {
    path: patterns.people,
    page: page("people", () => import("./pages/people/people-page.tsx"), "PeoplePage"),
    access: "users.manage",
  },
  {
    path: patterns.invitePerson,
    page: page("people", () => import("./pages/people/invite-page.tsx"), "InvitePage"),
    access: "users.manage",
  },
  {
    path: patterns.importPeople,
    page: page("people", () => import("./pages/people/import-page.tsx"), "ImportPage"),
    access: "users.manage",
  },
  {
    path: patterns.systemAccounts,
    page: page(
      "system-accounts",
      () => import("./pages/system-accounts/system-accounts-page.tsx"),
      "SystemAccountsPage",
    ),
    access: "system-accounts.manage",
  },
  {
    path: patterns.newSystemAccount,
    page: page(
      "system-accounts",
      () => import("./pages/system-accounts/new-system-account-page.tsx"),
      "NewSystemAccountPage",
    ),
    access: "system-accounts.manage",
  },
  {
    path: patterns.systemAccount,
    page: page(
      "system-accounts",
      () => import("./pages/system-accounts/system-account-page.tsx"),
      "SystemAccountPage",
    ),
    access: "system-accounts.manage",
  },
  {
    path: patterns.ownContactPoints,
    page: page(
      "contact-points",
      () => import("./pages/contact-points/contact-points-page.tsx"),
      "OwnContactPointsPage",
    ),
    access: "contact-points.manage",
  },
  {
    path: patterns.ownAdministration,
    page: page(
      "administration",
      () => import("./pages/administration/own-administration-page.tsx"),
      "OwnAdministrationPage",
    ),
    access: "administrations.leave",
  },
  {
    path: patterns.person,
    page: page("people", () => import("./pages/people/person-page.tsx"), "PersonPage"),
    access: "users.manage",
  },
  {
    path: patterns.compromised,
    page: page("people", () => import("./pages/people/compromised-page.tsx"), "CompromisedPage"),
    access: "users.manage",
  },
  {
    path: patterns.groups,
    page: page("groups", () => import("./pages/groups/groups-page.tsx"), "GroupsPage"),
    access: "groups.read",
  },
  {
    path: patterns.newGroup,
    page: page("groups", () => import("./pages/groups/new-group-page.tsx"), "NewGroupPage"),
    access: "groups.create",
  },
  {
    path: patterns.editGroup,
    page: page("groups", () => import("./pages/groups/edit-group-page.tsx"), "EditGroupPage"),
    access: "groups.manage",
  },
  {
    path: patterns.group,
    page: page("groups", () => import("./pages/groups/group-page.tsx"), "GroupPage"),
    access: "groups.read",
  },
  {
    path: patterns.secretariat,
    page: page("secretariat", () => import("./pages/secretariat/secretariat-page.tsx"), "SecretariatPage"),
    access: "applications.decide",
  },
  {
    path: patterns.application,
    page: page("secretariat", () => import("./pages/secretariat/application-page.tsx"), "ApplicationPage"),
    access: "applications.decide",
  },
  {
    path: patterns.directory,
    page: page("directory", () => import("./pages/directory/directory-page.tsx"), "DirectoryPage"),
    access: "contact-points.read",
  },
  {
    path: patterns.newAdministration,
    page: page(
      "contact-points",
      () => import("./pages/contact-points/new-administration-page.tsx"),
      "NewAdministrationPage",
    ),
    access: "administrations.manage",
  },
  {
    path: patterns.contactPoints,
    page: page(
      "contact-points",
      () => import("./pages/contact-points/contact-points-page.tsx"),
      "ContactPointsPage",
    ),
    access: "administrations.manage",
  },
  {
    path: patterns.administration,
    page: page(
      "secretariat",
      () => import("./pages/secretariat/administration-page.tsx"),
      "AdministrationPage",
    ),
    access: "administrations.read",
  },
  {
    path: patterns.audit,
    page: page("audit", () => import("./pages/audit/audit-page.tsx"), "AuditPage"),
    access: "audit.read",
  },
];
