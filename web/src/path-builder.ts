/** Every address of the console. A page's own file mirrors its address; routes.tsx says which is which. */
export const paths = {
  inbox: () => "/",
  signIn: (options: { readonly next?: string } = {}) =>
    options.next === undefined ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: options.next })}`,
  join: () => "/join",
  confirmApplication: (id: string) => `/join/${encodeURIComponent(id)}`,
  alerts: ({
    show = "all",
    group,
  }: {
    readonly show?: AlertFilter;
    readonly group?: string | undefined;
  } = {}) => {
    const search = new URLSearchParams({
      ...(show === "all" ? {} : { show }),
      ...(group === undefined ? {} : { group }),
    });
    return search.size === 0 ? "/alerts" : `/alerts?${search}`;
  },
  newAlert: () => "/alerts/new",
  alert: (id: string) => `/alerts/${encodeURIComponent(id)}`,
  /** What a notice links to; without a reference, where one is typed. */
  byReference: (reference = "") => (reference === "" ? "/a" : `/a/${encodeURIComponent(reference)}`),
  editAlert: (id: string) => `/alerts/${encodeURIComponent(id)}/edit`,
  me: () => "/me",
  notifications: () => "/notifications",
  newSubscription: () => "/notifications/new",
  subscription: (id: string) => `/notifications/${encodeURIComponent(id)}`,
  people: () => "/people",
  invitePerson: () => "/people/invite",
  importPeople: () => "/people/import",
  systemAccounts: () => "/people/system-accounts",
  newSystemAccount: () => "/people/system-accounts/new",
  systemAccount: (id: string) => `/people/system-accounts/${encodeURIComponent(id)}`,
  ownContactPoints: () => "/people/contact-points",
  ownAdministration: () => "/people/administration",
  person: (id: string) => `/people/${encodeURIComponent(id)}`,
  compromised: (id: string) => `/people/${encodeURIComponent(id)}/compromised`,
  directory: (options: { readonly administration?: string } = {}) =>
    options.administration === undefined
      ? "/directory"
      : `/directory?${new URLSearchParams({ administration: options.administration })}`,
  groups: () => "/groups",
  newGroup: () => "/groups/new",
  group: (id: string) => `/groups/${encodeURIComponent(id)}`,
  editGroup: (id: string) => `/groups/${encodeURIComponent(id)}/edit`,
  secretariat: (options: { readonly show?: ApplicationFilter } = {}) =>
    options.show === undefined || options.show === "confirmed"
      ? "/secretariat"
      : `/secretariat?show=${options.show}`,
  application: (id: string) => `/secretariat/applications/${encodeURIComponent(id)}`,
  newAdministration: () => "/secretariat/administrations/new",
  contactPoints: (code: string) => `/secretariat/administrations/${encodeURIComponent(code)}/contact-points`,
  administration: (code: string) => `/secretariat/administrations/${encodeURIComponent(code)}`,
  audit: (filter: AuditFilter = {}) => {
    const given = auditParts.flatMap((part): [string, string][] =>
      filter[part] ? [[part, filter[part]]] : [],
    );
    return given.length === 0 ? "/audit" : `/audit?${new URLSearchParams(given)}`;
  },
} as const;

/** The same addresses as the router matches them. */
export const patterns = {
  inbox: "/",
  signIn: "/sign-in",
  join: "/join",
  confirmApplication: "/join/:id",
  alerts: "/alerts",
  newAlert: "/alerts/new",
  alert: "/alerts/:id",
  byReference: "/a/:reference?",
  editAlert: "/alerts/:id/edit",
  me: "/me",
  notifications: "/notifications",
  newSubscription: "/notifications/new",
  subscription: "/notifications/:id",
  people: "/people",
  invitePerson: "/people/invite",
  importPeople: "/people/import",
  systemAccounts: "/people/system-accounts",
  newSystemAccount: "/people/system-accounts/new",
  systemAccount: "/people/system-accounts/:id",
  ownContactPoints: "/people/contact-points",
  ownAdministration: "/people/administration",
  person: "/people/:id",
  compromised: "/people/:id/compromised",
  directory: "/directory",
  groups: "/groups",
  newGroup: "/groups/new",
  group: "/groups/:id",
  editGroup: "/groups/:id/edit",
  secretariat: "/secretariat",
  application: "/secretariat/applications/:id",
  newAdministration: "/secretariat/administrations/new",
  contactPoints: "/secretariat/administrations/:code/contact-points",
  administration: "/secretariat/administrations/:code",
  audit: "/audit",
} as const satisfies Record<keyof typeof paths, string>;

export const alertFilters = ["all", "unacknowledged", "drafts"] as const;
export type AlertFilter = (typeof alertFilters)[number];

/** What a list of alerts shows, by its address's query. */
export const alertFilterOf = (search: string): AlertFilter => {
  const asked = new URLSearchParams(search).get("show");
  return alertFilters.find((filter) => filter === asked) ?? "all";
};

/** The one group whose alerts a list shows; undefined for all of them. */
export const groupFilterOf = (search: string): string | undefined =>
  new URLSearchParams(search).get("group") ?? undefined;

/** Applications by state; those that wait for the secretariat come first. */
export const applicationFilters = ["confirmed", "unconfirmed", "approved", "rejected", "closed"] as const;
export type ApplicationFilter = (typeof applicationFilters)[number];

/** Which applications the secretariat's page shows, by its address's query. */
export const applicationFilterOf = (search: string): ApplicationFilter => {
  const asked = new URLSearchParams(search).get("show");
  return applicationFilters.find((filter) => filter === asked) ?? "confirmed";
};

const auditParts = ["of", "who", "what", "about", "from", "to"] as const;
/** What of a trail is shown: whose trail, who did what to what, and the first and last day. */
export type AuditFilter = { readonly [Part in (typeof auditParts)[number]]?: string };

/** What the audit page shows, by its address's query. */
export const auditFilterOf = (search: string): AuditFilter => {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(
    auditParts.flatMap((part) => {
      const value = asked.get(part);
      return value ? [[part, value]] : [];
    }),
  );
};

/** The administration that the directory is asked about, by its address's query. */
export const searchedAdministration = (search: string): string | undefined =>
  new URLSearchParams(search).get("administration") ?? undefined;

/** The administration that an invitation's link names. */
export const invitedBy = (search: string): string | undefined =>
  new URLSearchParams(search).get("administration") ?? undefined;

/** Where to go after a sign-in: only to a page of this console, never to an address that somebody else wrote. */
export const afterSignIn = (search: string): string => {
  const next = new URLSearchParams(search).get("next") ?? "";
  return /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : paths.inbox();
};
