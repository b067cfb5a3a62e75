import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";
import { usePasskeysOffered } from "../../session/passkeys-offered.ts";
import { ChoicesForm } from "./choices-form.tsx";
import { Passkeys } from "./passkeys.tsx";
import { ThisSession } from "./this-session.tsx";

/** How the exchange speaks to a person, and how they come in: their own, whatever their roles. */
export const MePage = () => {
  const { t } = useLingui();
  const hasPasskeys = usePasskeysOffered();
  return (
    <Page title={t`Sign-in and language`}>
      <ChoicesForm />
      {hasPasskeys && <Passkeys />}
      <ThisSession />
    </Page>
  );
};
