import { Trans } from "@lingui/react/macro";
import { ApiProblem } from "../api/problem.ts";
import { Button } from "./button.tsx";
import { Failure } from "./failure.tsx";

interface ChangeFailureProps {
  readonly error: Error | null;
  /** Asks for what is stored now; what was written stays in the form. */
  readonly onReload?: () => void;
}

/** Why a change was not made, where no field is at fault; a stale version can be renewed without losing anything. */
export const ChangeFailure = ({ error, onReload }: ChangeFailureProps) => {
  if (error === null || (error instanceof ApiProblem && error.errors.length > 0)) return null;
  const isStale = error instanceof ApiProblem && error.status === 412;
  return (
    <>
      <Failure error={error} />
      {isStale && onReload && (
        <Button look="secondary" onClick={onReload}>
          <Trans>Load the current version</Trans>
        </Button>
      )}
    </>
  );
};
