import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Action } from "../../shared/domain/permissions.ts";
import { patterns } from "./path-builder.ts";

interface Route {
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
  /** Who may use the page; `public` needs no sign-in. */
  readonly access: "public" | "signed-in" | Action;
}

const page = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));

/** The map: every page once, loaded when it is first asked for. The first that matches is shown. */
export const routes: readonly Route[] = [
  {
    path: patterns.signIn,
    page: page(() => import("./pages/sign-in/sign-in-page.tsx"), "SignInPage"),
    access: "public",
  },
  {
    path: patterns.join,
    page: page(() => import("./pages/join/join-page.tsx"), "JoinPage"),
    access: "public",
  },
  {
    path: patterns.confirmApplication,
    page: page(() => import("./pages/join/confirm-page.tsx"), "ConfirmPage"),
    access: "public",
  },
  {
    path: patterns.inbox,
    page: page(() => import("./pages/inbox/inbox-page.tsx"), "InboxPage"),
    access: "signed-in",
  },
  {
    path: patterns.alerts,
    page: page(() => import("./pages/alerts/alerts-page.tsx"), "AlertsPage"),
    access: "alerts.read",
  },
  {
    path: patterns.newAlert,
    page: page(() => import("./pages/alerts/edit-alert-page.tsx"), "NewAlertPage"),
    access: "alerts.draft",
  },
  {
    path: patterns.editAlert,
    page: page(() => import("./pages/alerts/edit-alert-page.tsx"), "EditAlertPage"),
    access: "alerts.draft",
  },
  {
    path: patterns.alert,
    page: page(() => import("./pages/alerts/alert-page.tsx"), "AlertPage"),
    access: "alerts.read",
  },
  {
    path: patterns.byReference,
    page: page(() => import("./pages/alerts/by-reference-page.tsx"), "ByReferencePage"),
    access: "alerts.read",
  },
  {
    path: patterns.notifications,
    page: page(() => import("./pages/notifications/notifications-page.tsx"), "NotificationsPage"),
    access: "subscriptions.manage",
  },
  {
    path: patterns.newSubscription,
    page: page(() => import("./pages/notifications/new-subscription-page.tsx"), "NewSubscriptionPage"),
    access: "subscriptions.manage",
  },
  {
    path: patterns.subscription,
    page: page(() => import("./pages/notifications/subscription-page.tsx"), "SubscriptionPage"),
    access: "subscriptions.manage",
  },
  {
    path: patterns.people,
    page: page(() => import("./pages/people/people-page.tsx"), "PeoplePage"),
    access: "users.manage",
  },
  {
    path: patterns.invitePerson,
    page: page(() => import("./pages/people/invite-page.tsx"), "InvitePage"),
    access: "users.manage",
  },
  {
    path: patterns.person,
    page: page(() => import("./pages/people/person-page.tsx"), "PersonPage"),
    access: "users.manage",
  },
  {
    path: patterns.groups,
    page: page(() => import("./pages/groups/groups-page.tsx"), "GroupsPage"),
    access: "groups.read",
  },
  {
    path: patterns.secretariat,
    page: page(() => import("./pages/secretariat/secretariat-page.tsx"), "SecretariatPage"),
    access: "applications.decide",
  },
  {
    path: patterns.application,
    page: page(() => import("./pages/secretariat/application-page.tsx"), "ApplicationPage"),
    access: "applications.decide",
  },
  {
    path: patterns.administration,
    page: page(() => import("./pages/secretariat/administration-page.tsx"), "AdministrationPage"),
    access: "administrations.read",
  },
];
