import { Trans, useLingui } from "@lingui/react/macro";
import type { ReviewStanding } from "../../../../shared/contract/alerts.ts";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { listOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";

/** Where the review of an alert stands, for its author's administration: who decided, when and why. */
export const ReviewState = ({ review }: { readonly review: ReviewStanding }) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const { standing, outcome, decision, askedAt } = review;
  const names = listOf(review.reviewers.map(nameOf), i18n.locale);
  const by = decision && nameOf(decision.administration);
  const note = decision && (
    <>
      {decision.reason !== undefined && <p className="written">{decision.reason}</p>}
      <p className="quiet">
        <Moment at={decision.at} />
      </p>
    </>
  );
  switch (standing) {
    case "needed":
      if (outcome === "approved" && by !== undefined)
        return (
          <Notice kind="warn" title={<Trans>Changed since {by} approved it: ask for a review again</Trans>}>
            {note}
          </Notice>
        );
      return (
        <p>
          {names === "" ? (
            <Trans>Its group asks for a review before the release.</Trans>
          ) : (
            <Trans>Its group asks for a review before the release, by: {names}.</Trans>
          )}
        </p>
      );
    case "waiting":
      return (
        <Notice title={<Trans>Waits for a review by: {names}</Trans>}>
          {askedAt !== undefined && (
            <p className="quiet">
              <Moment at={askedAt} />
            </p>
          )}
        </Notice>
      );
    case "approved":
      return (
        <Notice kind="good" title={<Trans>Approved by {by}: release it</Trans>}>
          {note}
        </Notice>
      );
    case "afterwards":
      return (
        <p>
          <Trans>It is critical: it is released at once, and reviewed by the group afterwards.</Trans>
        </p>
      );
    case "reviewed":
      return (
        <Notice kind="good" title={<Trans>Reviewed after its release by {by}</Trans>}>
          {note}
        </Notice>
      );
    case "not-asked":
      return null;
  }
};
