import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type Action, rolesFor } from "../../../shared/domain/permissions.ts";
import { useMe } from "../session/me.ts";
import { useRoleNames } from "../session/role-names.ts";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";

/** A page for those who may use it; to others it says whom to ask. */
export const Allowed = ({
  access,
  children,
}: {
  readonly access: "public" | "signed-in" | Action;
  readonly children: ReactNode;
}) => {
  const me = useMe();
  const { t } = useLingui();
  const nameRoles = useRoleNames();
  if (access === "public" || access === "signed-in" || me.may.includes(access)) return children;
  const roles = nameRoles(access);
  // Operators are in the secretariat alone.
  const isSecretariats = rolesFor(access, me.administration.kind).every((role) => role === "operator");
  return (
    <Page title={t`You may not use this page`}>
      <Notice kind="warn">
        <p>
          {isSecretariats && me.administration.kind !== "secretariat" ? (
            <Trans>
              It is for the secretariat’s operators. Nobody in your administration has or gives this role.
            </Trans>
          ) : (
            <Trans>
              It is for: {roles}. A contact point of your administration can give you such a role.
            </Trans>
          )}
        </p>
      </Notice>
    </Page>
  );
};
