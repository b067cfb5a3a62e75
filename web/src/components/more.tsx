import { Trans } from "@lingui/react/macro";
import { Button } from "./button.tsx";
import { Failure } from "./failure.tsx";

interface MoreProps {
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: Error | null;
    readonly fetchNextPage: () => unknown;
  };
}

/** At the end of a list that goes on: the way to its next page, and why that did not come. */
export const More = ({ pages }: MoreProps) => (
  <>
    {pages.isFetchNextPageError && pages.error && <Failure error={pages.error} />}
    {pages.hasNextPage && (
      <div className="actions">
        <Button look="secondary" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      </div>
    )}
  </>
);
