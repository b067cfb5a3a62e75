import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const SecretariatPage = () => {
  const { t } = useLingui();
  return <Page title={t`Secretariat`}>{null}</Page>;
};
