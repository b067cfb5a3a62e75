import { Trans, useLingui } from "@lingui/react/macro";
import { useSearch } from "wouter";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { applicationFilterOf, paths } from "../../path-builder.ts";
import { AdministrationList } from "./administration-list.tsx";
import { ApplicationList } from "./application-list.tsx";

/** Who asks to take part, and who does. */
export const SecretariatPage = () => {
  const { t } = useLingui();
  const state = applicationFilterOf(useSearch());
  return (
    <Page title={t`Secretariat`}>
      <section className="section" aria-labelledby="applications">
        <h2 id="applications">
          <Trans>Applications</Trans>
        </h2>
        <ApplicationList key={state} state={state} />
      </section>
      <section className="section" aria-labelledby="administrations">
        <div className="section-head">
          <h2 id="administrations">
            <Trans>Administrations</Trans>
          </h2>
          <LinkButton look="secondary" href={paths.newAdministration()}>
            <Trans>Let in an office or a partner</Trans>
          </LinkButton>
        </div>
        <AdministrationList />
      </section>
    </Page>
  );
};
