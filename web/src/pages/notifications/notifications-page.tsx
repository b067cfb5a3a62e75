import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const NotificationsPage = () => {
  const { t } = useLingui();
  return <Page title={t`Notifications`}>{null}</Page>;
};
