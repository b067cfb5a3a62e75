import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { subscriptions } from "../../../../shared/contract/subscriptions.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { Confirmation } from "./confirmation.tsx";
import { CriteriaForm } from "./criteria-form.tsx";
import { CriteriaSummary } from "./criteria-summary.tsx";
import { channelLabels, SubscriptionState } from "./notifications-page.tsx";
import { Removal } from "./removal.tsx";

/** One duty mailbox or phone: to be confirmed first, then what it hears of. */
export const SubscriptionPage = () => {
  const { t, i18n } = useLingui();
  const { id = "" } = useParams<{ id: string }>();
  const query = useQuery(queryOf(subscriptions.get, { params: { id } }));
  const address = query.data?.data.destination.address;
  return (
    <Page
      title={address ?? t`Notifications`}
      above={
        <BackLink href={paths.notifications()}>
          <Trans>All notifications</Trans>
        </BackLink>
      }
    >
      <Asked query={query} lines={8}>
        {({ data, etag = "" }) => (
          <>
            <Confirmation subscription={data} />
            <dl className="facts">
              <dt>
                <Trans>Channel</Trans>
              </dt>
              <dd>{i18n.t(channelLabels[data.destination.channel])}</dd>
              <dt>
                <Trans>State</Trans>
              </dt>
              <dd>
                <SubscriptionState state={data.state} />
              </dd>
              <dt>
                <Trans>Hears of</Trans>
              </dt>
              <dd>
                <CriteriaSummary criteria={data.criteria} />
              </dd>
              <dt>
                <Trans>Added</Trans>
              </dt>
              <dd>
                <Moment at={data.createdAt} />
              </dd>
            </dl>
            <CriteriaForm subscription={data} etag={etag} onReload={() => void query.refetch()} />
            <Removal subscription={data} etag={etag} onReload={() => void query.refetch()} />
          </>
        )}
      </Asked>
    </Page>
  );
};
