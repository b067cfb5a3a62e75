import type { AlertView } from "../../../../shared/contract/alerts.ts";
import { isReleased } from "../../../../shared/domain/lifecycle.ts";
import { useMe } from "../../session/me.ts";
import { addresseesOf } from "./addressees.tsx";
import { Told } from "./alert-ledger.tsx";
import { DraftPanel } from "./draft-panel.tsx";
import { Ended, ReleasedPanel, Revised } from "./released-panel.tsx";
import { isToReview, ReviewPanel } from "./review-panel.tsx";
import { ReviewState } from "./review-standing.tsx";

/** The one thing that this reader does next about it. */
export const AlertTodo = ({ alert, etag }: { readonly alert: AlertView; readonly etag: string }) => {
  const own = useMe().administration.code;
  const { review } = alert;
  const isAuthor = alert.administration === own;
  if (!isReleased(alert.state))
    return isAuthor ? <DraftPanel alert={alert} etag={etag} /> : <ReviewPanel alert={alert} etag={etag} />;
  if (isAuthor)
    return (
      <>
        <Ended alert={alert} />
        <Revised alert={alert} />
        {review && <ReviewState review={review} />}
        <ReleasedPanel alert={alert} etag={etag} />
      </>
    );
  // Who reviews it may be none of those it went to.
  const isAddressed = addresseesOf(alert)?.includes(own) ?? true;
  return (
    <>
      <Ended alert={alert} />
      <Revised alert={alert} />
      {isToReview(alert) && <ReviewPanel alert={alert} etag={etag} />}
      {isAddressed && alert.state !== "withdrawn" && <Told alert={alert} />}
    </>
  );
};
