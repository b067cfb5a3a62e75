import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { paths } from "../path-builder.ts";
import { Page } from "./page.tsx";

export const NotFound = () => {
  const { t } = useLingui();
  return (
    <Page title={t`There is no such page`}>
      <p>
        <Trans>
          Check the address, or <Link href={paths.inbox()}>go to your inbox</Link>.
        </Trans>
      </p>
    </Page>
  );
};
