import { Trans, useLingui } from "@lingui/react/macro";
import { ApiProblem, Unreachable } from "../api/problem.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { Reason } from "./reason.tsx";

interface FailureProps {
  readonly error: Error;
  /** What to do again; absent where nothing can be. */
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
}

/** What happened, what is kept, and the request's id to quote. */
export const Failure = ({ error, onRetry, retrying = false }: FailureProps) => (
  <Notice kind="bad" title={<FailureTitle error={error} />} live>
    <p>
      <FailureDetail error={error} />
    </p>
    {error instanceof ApiProblem && error.requestId !== undefined && (
      <p className="quiet">
        <Trans>
          Request <code>{error.requestId}</code>
        </Trans>
      </p>
    )}
    {onRetry && !(error instanceof ApiProblem && error.status < 500 && error.status !== 429) && (
      <Button look="secondary" onClick={onRetry} busy={retrying}>
        <Trans>Try again</Trans>
      </Button>
    )}
  </Notice>
);

const FailureTitle = ({ error }: { readonly error: Error }) => {
  const { t } = useLingui();
  if (error instanceof Unreachable) return t`The exchange cannot be reached`;
  if (!(error instanceof ApiProblem)) return t`Something went wrong in the console`;
  switch (error.status) {
    case 401:
      return t`You are signed out`;
    case 403:
      return t`You may not do this`;
    case 404:
      return t`There is nothing here that you may see`;
    case 409:
      return t`This is not possible now`;
    case 412:
      return t`Somebody else changed this meanwhile`;
    case 422:
      return t`Something is not right yet`;
    case 429:
      return t`Too many requests`;
    default:
      return t`The exchange failed`;
  }
};

const FailureDetail = ({ error }: { readonly error: Error }) => {
  const { t } = useLingui();
  if (error instanceof Unreachable)
    return t`Nothing you wrote here is lost. Check the connection, then try again.`;
  if (error instanceof ApiProblem && error.status === 412)
    return t`What you wrote is still here. Load the current version to go on from it.`;
  if (error instanceof ApiProblem && error.status === 404)
    return t`It may not exist, or your administration may not be among its readers.`;
  if (error instanceof ApiProblem && error.detail !== "") return <Reason sentence={error.detail} />;
  return t`Try again. If it stays so, tell the secretariat what you were doing.`;
};
