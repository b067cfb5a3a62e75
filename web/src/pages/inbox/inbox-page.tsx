import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const InboxPage = () => {
  const { t } = useLingui();
  return <Page title={t`Inbox`}>{null}</Page>;
};
