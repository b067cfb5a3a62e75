import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { paths } from "../path-builder.ts";
import { Banners } from "./banners.tsx";
import { Brand } from "./brand.tsx";
import { LanguageChoice } from "./language-choice.tsx";

/** Around the pages that need no sign-in. */
export const PublicFrame = ({ children }: { readonly children: ReactNode }) => (
  <div className="public">
    <a className="skip" href="#main">
      <Trans>Skip to the content</Trans>
    </a>
    <header className="bar">
      <Link href={paths.inbox()} className="bar-brand">
        <Brand />
      </Link>
      <div className="bar-end">
        <LanguageChoice />
      </div>
    </header>
    <Banners />
    <main id="main" className="public-main">
      {children}
    </main>
  </div>
);
