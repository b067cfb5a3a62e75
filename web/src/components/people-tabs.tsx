import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Action } from "../../../shared/domain/permissions.ts";
import { paths } from "../path-builder.ts";
import { useMe } from "../session/me.ts";

interface Tab {
  readonly href: string;
  readonly label: MessageDescriptor;
  readonly access: Action;
}

const tabs: readonly Tab[] = [
  { href: paths.people(), label: msg`People`, access: "users.manage" },
  { href: paths.systemAccounts(), label: msg`System accounts`, access: "system-accounts.manage" },
  { href: paths.ownContactPoints(), label: msg`Contact points`, access: "contact-points.manage" },
  { href: paths.ownAdministration(), label: msg`Administration`, access: "administrations.leave" },
];

/** Who of the own administration comes in: people, and systems. */
export const PeopleTabs = ({ at }: { readonly at: string }) => {
  const { t, i18n } = useLingui();
  const { may } = useMe();
  return (
    <nav aria-label={t`People and systems`}>
      <ul className="tabs">
        {tabs
          .filter(({ access }) => may.includes(access))
          .map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="tab" aria-current={href === at ? "page" : undefined}>
                {i18n.t(label)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
};
