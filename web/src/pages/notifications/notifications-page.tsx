import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type SubscriptionView, subscriptions } from "../../../../shared/contract/subscriptions.ts";
import { usePages } from "../../api/pages.ts";
import { Asked } from "../../components/asked.tsx";
import { Empty } from "../../components/empty.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { More } from "../../components/more.tsx";
import { Page } from "../../components/page.tsx";
import { State } from "../../components/state.tsx";
import { paths } from "../../path-builder.ts";
import { CriteriaSummary } from "./criteria-summary.tsx";
import { RecognitionPhrase } from "./recognition-phrase.tsx";

export const channelLabels = {
  email: msg`Mailbox`,
  sms: msg`Phone`,
} as const satisfies Readonly<Record<SubscriptionView["destination"]["channel"], MessageDescriptor>>;

/** Which mailboxes and phones of the administration hear of what. */
export const NotificationsPage = () => {
  const { t } = useLingui();
  const { rows, pages } = usePages(subscriptions.list, { query: { limit: 50 } });
  const add = (
    <LinkButton href={paths.newSubscription()}>
      <Trans>Add a mailbox or phone</Trans>
    </LinkButton>
  );
  return (
    <Page title={t`Notifications`} actions={rows.data && rows.data.length > 0 && add}>
      <section className="section" aria-labelledby="duty">
        <h2 id="duty">
          <Trans>Duty mailboxes and phones</Trans>
        </h2>
        <Asked query={rows} lines={6}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={<Trans>Nobody is told of alerts yet</Trans>}>
                <p>
                  <Trans>
                    Add the mailbox that is read day and night, and a phone for what is urgent. Each is asked
                    to confirm before anything is sent to it.
                  </Trans>
                </p>
                {add}
              </Empty>
            ) : (
              <>
                <ul className="row-list">
                  {all.map((subscription) => (
                    <Row key={subscription.id} subscription={subscription} />
                  ))}
                </ul>
                <More pages={pages} />
              </>
            )
          }
        </Asked>
      </section>
      <RecognitionPhrase />
    </Page>
  );
};

const Row = ({ subscription }: { readonly subscription: SubscriptionView }) => {
  const { i18n } = useLingui();
  const { id, destination, state, language, criteria } = subscription;
  const languageNames = new Intl.DisplayNames(i18n.locale, { type: "language" });
  return (
    <li className="row row-sided">
      <p className="row-title">
        <Link href={paths.subscription(id)} dir="auto">
          {destination.address}
        </Link>
      </p>
      <p className="row-meta">
        <span>{i18n.t(channelLabels[destination.channel])}</span>
        <span>
          <CriteriaSummary criteria={criteria} />
        </span>
        <span>{languageNames.of(language)}</span>
      </p>
      <p className="row-side">
        <SubscriptionState state={state} />
      </p>
    </li>
  );
};

export const SubscriptionState = ({ state }: { readonly state: SubscriptionView["state"] }) =>
  state === "active" ? (
    <State tone="good">
      <Trans>Active</Trans>
    </State>
  ) : (
    <State tone="waiting">
      <Trans>To be confirmed</Trans>
    </State>
  );
