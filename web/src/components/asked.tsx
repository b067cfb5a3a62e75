import type { ReactNode } from "react";
import { Failure } from "./failure.tsx";
import { Skeleton } from "./skeleton.tsx";

interface Query<T> {
  readonly data: T | undefined;
  readonly isError: boolean;
  readonly isFetching: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

interface AskedProps<T> {
  readonly query: Query<T>;
  readonly lines: number;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for once it is there; until then its place, or why it did not come. */
export const Asked = <T,>({ query, lines, children }: AskedProps<T>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.isError && query.error !== null)
    return <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  return <Skeleton lines={lines} />;
};
