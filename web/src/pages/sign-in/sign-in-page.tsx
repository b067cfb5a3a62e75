import { useLingui } from "@lingui/react/macro";
import { Page } from "../../components/page.tsx";

export const SignInPage = () => {
  const { t } = useLingui();
  return <Page title={t`Sign in`}>{null}</Page>;
};
