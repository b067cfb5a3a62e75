import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { NationalContactPoint } from "../../../shared/domain/contact-point.ts";
import { daysOf, placeOf } from "../i18n/hours.ts";
import { CopyButton } from "./copy-button.tsx";

interface ContactPointCardProps {
  readonly point: Omit<NationalContactPoint, "confirmedAt">;
  /** The primary is 0. */
  readonly index: number;
  /** What is to be known of it here: whether it is on duty, when it was confirmed. */
  readonly state?: ReactNode;
  /** The hours, where they are said in another way than by their own clock. */
  readonly hours?: ReactNode;
  readonly children?: ReactNode;
}

/** Somebody an administration is reached by, and how. */
export const ContactPointCard = ({ point, index, state, hours, children }: ContactPointCardProps) => {
  const { i18n } = useLingui();
  const languageNames = new Intl.DisplayNames(i18n.locale, { type: "language" });
  const { name, email, phone, languages } = point;
  return (
    <li className="panel card">
      <p className="card-kind">
        <Place index={index} />
      </p>
      <h3>{name}</h3>
      <p>{point.function}</p>
      {state}
      <p className="with-copy">
        <a href={`tel:${phone}`} dir="ltr">
          <code>{phone}</code>
        </a>{" "}
        <CopyButton text={phone} of={phone} />
      </p>
      <p className="with-copy">
        <a href={`mailto:${email}`}>{email}</a> <CopyButton text={email} of={email} />
      </p>
      <p>{languages.map((tag) => languageNames.of(tag) ?? tag).join(" · ")}</p>
      {hours ?? <OwnHours point={point} />}
      {children}
    </li>
  );
};

export const Place = ({ index }: { readonly index: number }) => {
  if (index === 0) return <Trans>Primary contact point</Trans>;
  if (index === 1) return <Trans>Deputy contact point</Trans>;
  return <Trans>Contact point {index + 1}</Trans>;
};

/** The hours as the clock there says them. */
const OwnHours = ({ point: { hours, timeZone } }: Pick<ContactPointCardProps, "point">) => {
  const { i18n } = useLingui();
  if (hours === undefined || timeZone === undefined)
    return (
      <p className="quiet">
        <Trans>No hours are told yet</Trans>
      </p>
    );
  const place = placeOf(timeZone);
  return (
    <ul className="quiet">
      {hours.kind === "round-the-clock" ? (
        <li>
          <Trans>Round the clock, in {place}</Trans>
        </li>
      ) : (
        hours.periods.map(({ days, from, to }) => (
          <li key={`${days.join()} ${from}`}>
            <Trans>
              {daysOf(days, i18n.locale)} {from}–{to}, in {place}
            </Trans>
          </li>
        ))
      )}
    </ul>
  );
};
