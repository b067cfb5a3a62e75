import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const AlertPage = () => {
  const { t } = useLingui();
  return <Page title={t`Alert`}>{null}</Page>;
};
