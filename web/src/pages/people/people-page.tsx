import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const PeoplePage = () => {
  const { t } = useLingui();
  return <Page title={t`People`}>{null}</Page>;
};
