import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const AlertsPage = () => {
  const { t } = useLingui();
  return <Page title={t`Alerts`}>{null}</Page>;
};
