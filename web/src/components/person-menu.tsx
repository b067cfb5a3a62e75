import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import type { Me } from "../../../shared/contract/oneself.ts";
import { listOf } from "../i18n/format.ts";
import { roleLabels } from "../i18n/labels.ts";
import { paths } from "../path-builder.ts";
import { leave } from "../session/sign-out.ts";
import { Button } from "./button.tsx";

/** Loaded when the menu is opened. */
const RecognitionPhrase = lazy(async () => ({
  default: (await import("./recognition-phrase.tsx")).RecognitionPhrase,
}));

/** The person, what they are here, and the way out. */
export const PersonMenu = ({ me }: { readonly me: Me }) => {
  const { t, i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const initials = me.user.name
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .join("")
    .slice(0, 2)
    .toUpperCase();
  return (
    <>
      <button type="button" className="person" popoverTarget="person-menu">
        {initials}
        <span className="visually-hidden">{t` ${me.user.name}: your account`}</span>
      </button>
      <div
        id="person-menu"
        className="person-menu"
        popover="auto"
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        <p className="person-name">{me.user.name}</p>
        <p className="quiet">{me.user.email}</p>
        <p className="quiet">
          {listOf(
            me.user.roles.map((role) => i18n.t(roleLabels[role])),
            i18n.locale,
          )}
        </p>
        <p>
          <Link href={paths.me()} onClick={() => document.getElementById("person-menu")?.hidePopover()}>
            <Trans>Sign-in and language</Trans>
          </Link>
        </p>
        {isOpen && (
          <Suspense>
            <RecognitionPhrase code={me.administration.code} />
          </Suspense>
        )}
        <Button look="secondary" onClick={() => void leave()}>
          <Trans>Sign out</Trans>
        </Button>
      </div>
    </>
  );
};
