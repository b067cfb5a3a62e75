import { Trans, useLingui } from "@lingui/react/macro";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import { partialDateOf } from "../../i18n/format.ts";
import { Facts } from "./facts.tsx";

/** Its date and place have names of their own, below. */
const withoutNamed = ({ date: _, place: __, ...rest }: NonNullable<AlertView["event"]>) => rest;

/** When and where it was, and who published it first. */
export const AlertOrigin = ({ alert: { event, publishedBy, language } }: { readonly alert: AlertView }) => {
  const { i18n } = useLingui();
  if (event === undefined && publishedBy === undefined) return null;
  return (
    <section className="section" aria-labelledby="origin">
      <h2 id="origin">
        <Trans>Origin</Trans>
      </h2>
      {event && <Facts part="event" of={withoutNamed(event)} language={language} />}
      <dl className="facts">
        {event?.date && (
          <>
            <dt>
              <Trans>Date of the event</Trans>
            </dt>
            <dd>{partialDateOf(event.date, i18n.locale)}</dd>
          </>
        )}
        {event?.place && (
          <>
            <dt>
              <Trans>Place of the event</Trans>
            </dt>
            <dd>{event.place}</dd>
          </>
        )}
        {publishedBy && (
          <>
            <dt>
              <Trans>Published by</Trans>
            </dt>
            <dd>{publishedBy.authority}</dd>
          </>
        )}
        {publishedBy?.sourceUrl && (
          <>
            <dt>
              <Trans>Source</Trans>
            </dt>
            <dd>
              <a href={publishedBy.sourceUrl} rel="noreferrer external" target="_blank">
                {publishedBy.sourceUrl}
                <span className="visually-hidden">
                  {" "}
                  <Trans>(opens a new tab)</Trans>
                </span>
              </a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};
