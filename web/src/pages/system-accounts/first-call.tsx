import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { SystemAccountView } from "../../../../shared/contract/system-accounts.ts";
import { fetchConfig } from "../../api/config.ts";
import { CopyButton } from "../../components/copy-button.tsx";

interface FirstCallProps {
  readonly account: SystemAccountView;
  readonly clientId: string;
}

/** The two calls with which a system begins, to be tried in a terminal. */
export const FirstCall = ({ account, clientId }: FirstCallProps) => {
  const { t } = useLingui();
  const config = useQuery({
    queryKey: ["config"],
    queryFn: fetchConfig,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const endpoint = config.data?.tokenEndpoint ?? account.tokenEndpoint;
  const forToken = `curl -u ${clientId} -d grant_type=client_credentials ${endpoint}`;
  const what = account.scopes.includes("alerts/read") ? "alerts" : "me";
  const call = `curl -H "Authorization: Bearer $TOKEN" ${window.location.origin}/v1/${what}`;
  return (
    <div className="stack">
      <p>
        <Trans>A token is good for an hour. curl asks for the password: that is the secret.</Trans>
      </p>
      <Command text={forToken} of={t`the call for a token`} />
      <p>
        <Trans>With the answer’s access_token in TOKEN:</Trans>
      </p>
      <Command text={call} of={t`the first call`} />
    </div>
  );
};

const Command = ({ text, of }: { readonly text: string; readonly of: string }) => (
  <p className="with-copy">
    <code>{text}</code>
    <CopyButton text={text} of={of} />
  </p>
);
