import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { Action } from "../../../shared/domain/permissions.ts";
import { toAcknowledge } from "../api/to-acknowledge.ts";
import { paths } from "../path-builder.ts";
import { useMe } from "../session/me.ts";
import { Icon, type IconName } from "./icon.tsx";

interface Entry {
  readonly href: string;
  readonly label: MessageDescriptor;
  readonly icon: IconName;
  readonly access: Action;
  readonly counted?: true;
}

/** A page that somebody may not use is not in the menu. */
const entries: readonly Entry[] = [
  { href: paths.inbox(), label: msg`Inbox`, icon: "inbox", access: "alerts.read", counted: true },
  { href: paths.alerts(), label: msg`Alerts`, icon: "alerts", access: "alerts.read" },
  {
    href: paths.notifications(),
    label: msg`Notifications`,
    icon: "notifications",
    access: "subscriptions.manage",
  },
  { href: paths.people(), label: msg`People`, icon: "people", access: "users.manage" },
  { href: paths.directory(), label: msg`Directory`, icon: "directory", access: "contact-points.read" },
  { href: paths.groups(), label: msg`Groups`, icon: "groups", access: "groups.read" },
  { href: paths.secretariat(), label: msg`Secretariat`, icon: "secretariat", access: "applications.decide" },
  { href: paths.audit(), label: msg`Audit trail`, icon: "audit", access: "audit.read" },
];

const useEntries = (): readonly Entry[] => {
  const { may } = useMe();
  return entries.filter(({ access }) => may.includes(access));
};

const isAt = (href: string, location: string): boolean =>
  href === paths.inbox() ? location === href : location === href || location.startsWith(`${href}/`);

const Item = ({ entry, children }: { readonly entry: Entry; readonly children?: ReactNode }) => {
  const { i18n } = useLingui();
  const [location] = useLocation();
  return (
    <li>
      <Link
        href={entry.href}
        className="nav-link"
        aria-current={isAt(entry.href, location) ? "page" : undefined}
      >
        <Icon name={entry.icon} />
        <span>{i18n.t(entry.label)}</span>
        {children}
        {entry.counted && <Count />}
      </Link>
    </li>
  );
};

/** How many alerts the own administration has still to acknowledge. */
const Count = () => {
  const { t } = useLingui();
  const { data } = useQuery(toAcknowledge);
  const count = data?.data.items.length ?? 0;
  if (count === 0) return null;
  const shown = data?.data.nextCursor ? `${count}+` : String(count);
  return (
    <span className="nav-count">
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{t`, ${shown} to acknowledge`}</span>
    </span>
  );
};

export const Navigation = () => (
  <ul className="nav-list">
    {useEntries().map((entry) => (
      <Item key={entry.href} entry={entry} />
    ))}
  </ul>
);

/** What a thumb reaches: at most three pages; the rest is behind the fourth place. */
const AT_HAND = 3;

export const BottomBar = () => {
  const { t } = useLingui();
  const all = useEntries();
  const atHand = all.length > AT_HAND + 1 ? all.slice(0, AT_HAND) : all;
  const rest = all.slice(atHand.length);
  return (
    <nav className="bottom" aria-label={t`Main`}>
      <ul className="bottom-list">
        {atHand.map((entry) => (
          <Item key={entry.href} entry={entry} />
        ))}
        {rest.length > 0 && (
          <li>
            <button type="button" className="nav-link" popoverTarget="bottom-more">
              <Icon name="more" />
              <span>
                <Trans>More</Trans>
              </span>
            </button>
          </li>
        )}
      </ul>
      {rest.length > 0 && (
        <div id="bottom-more" className="bottom-more" popover="auto">
          <ul>
            {rest.map((entry) => (
              <Item key={entry.href} entry={entry} />
            ))}
          </ul>
        </div>
      )}
    </nav>
  );
};
