import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { timeOf } from "../i18n/format.ts";
import { Failure } from "./failure.tsx";
import { Skeleton } from "./skeleton.tsx";

interface AskedProps<T> {
  readonly query: {
    readonly data: T | undefined;
    readonly dataUpdatedAt: number;
    readonly isError: boolean;
    readonly isFetching: boolean;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  /** How many lines its place takes until it is there. */
  readonly lines: number;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for once it is there; until then its place, or why it did not come. */
export const Asked = <T,>({ query, lines, children }: AskedProps<T>) => {
  const { i18n } = useLingui();
  const { data, error, isError, isFetching, dataUpdatedAt } = query;
  if (data === undefined)
    return isError && error !== null ? (
      <Failure error={error} onRetry={() => void query.refetch()} retrying={isFetching} />
    ) : (
      <Skeleton lines={lines} />
    );
  return (
    <>
      {isError && (
        <p className="quiet">
          <Trans>Shown as of {timeOf(dataUpdatedAt, i18n.locale)}: the exchange cannot be reached.</Trans>
        </p>
      )}
      {children(data)}
    </>
  );
};
