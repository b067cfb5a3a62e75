import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const NewAlertPage = () => {
  const { t } = useLingui();
  return <Page title={t`New alert`}>{null}</Page>;
};

export const EditAlertPage = () => {
  const { t } = useLingui();
  return <Page title={t`Edit a draft`}>{null}</Page>;
};
