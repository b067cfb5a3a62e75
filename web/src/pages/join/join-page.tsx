import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const JoinPage = () => {
  const { t } = useLingui();
  return <Page title={t`Join the exchange`}>{null}</Page>;
};
