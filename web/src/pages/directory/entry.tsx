import { Trans, useLingui } from "@lingui/react/macro";
import type { DirectoryContactPoint } from "../../../../shared/contract/contact-points.ts";
import type { TimeZone } from "../../../../shared/domain/time-zone.ts";
import { ContactPointCard } from "../../components/contact-point-card.tsx";
import { State } from "../../components/state.tsx";
import { clockIn, daysOf, inZone, ownZone, placeOf } from "../../i18n/hours.ts";
import type { Duty } from "./duty.ts";

export interface FoundEntry {
  readonly administration: string;
  readonly name: string;
  readonly points: readonly {
    readonly point: DirectoryContactPoint;
    readonly index: number;
    readonly duty: Duty;
  }[];
}

interface EntryProps {
  readonly entry: FoundEntry;
  readonly at: Date;
  readonly isNow: boolean;
}

/** One administration: what time it is there, and whom to call. */
export const Entry = ({ entry, at, isNow }: EntryProps) => {
  const { administration, name, points } = entry;
  const zones = [...new Set(points.flatMap(({ point }) => point.timeZone ?? []))];
  const id = `administration-${administration}`;
  return (
    <section className="section directory-entry" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>
          {name} <code className="quiet">{administration}</code>
        </h2>
        {zones.map((zone) => (
          <Clock key={zone} zone={zone} at={at} isNow={isNow} />
        ))}
      </div>
      {points.length === 0 && (
        <p className="quiet">
          <Trans>It names no contact points. Ask the secretariat.</Trans>
        </p>
      )}
      <ul className="cards">
        {points.map(({ point, index, duty }) => (
          <ContactPointCard
            key={`${point.name} ${point.email}`}
            point={point}
            index={index}
            state={<DutyState duty={duty} zone={point.timeZone} />}
            hours={<BothHours point={point} at={at} />}
          />
        ))}
      </ul>
    </section>
  );
};

const Clock = ({
  zone,
  at,
  isNow,
}: {
  readonly zone: TimeZone;
  readonly at: Date;
  readonly isNow: boolean;
}) => {
  const { i18n } = useLingui();
  const time = clockIn(zone, at, i18n.locale);
  const place = placeOf(zone);
  return (
    <p className="quiet" title={zone}>
      {isNow ? (
        <Trans>
          It is {time} in {place}
        </Trans>
      ) : (
        <Trans>
          It is {time} in {place} then
        </Trans>
      )}
    </p>
  );
};

const DutyState = ({ duty, zone }: { readonly duty: Duty; readonly zone: TimeZone | undefined }) => {
  const { i18n } = useLingui();
  if (duty.state === "unknown" || zone === undefined)
    return (
      <State tone="waiting">
        <Trans>Hours not told</Trans>
      </State>
    );
  const { until } = duty;
  const there = until === undefined ? undefined : clockIn(zone, new Date(until), i18n.locale);
  const here = until === undefined ? undefined : clockIn(ownZone(), new Date(until), i18n.locale);
  return (
    <>
      <State tone={duty.state === "on" ? "good" : "off"}>
        {duty.state === "on" ? <Trans>On duty</Trans> : <Trans>Off duty</Trans>}
      </State>
      {there !== undefined && (
        <p>
          {duty.state === "on" ? <Trans>Until {there}</Trans> : <Trans>Back {there}</Trans>}
          {here !== there && (
            <>
              {" "}
              <span className="quiet">
                <Trans>({here} your time)</Trans>
              </span>
            </>
          )}
        </p>
      )}
    </>
  );
};

/** The hours by the clock there and, where it is another one, by the reader's. */
const BothHours = ({ point, at }: { readonly point: DirectoryContactPoint; readonly at: Date }) => {
  const { i18n } = useLingui();
  const { hours, timeZone } = point;
  if (hours === undefined || timeZone === undefined) return null;
  if (hours.kind === "round-the-clock")
    return (
      <p className="quiet">
        <Trans>Round the clock</Trans>
      </p>
    );
  return (
    <ul className="quiet">
      {hours.periods.map((period) => {
        const { days, from, to } = period;
        const own = inZone(period, timeZone, ownZone(), at);
        return (
          <li key={`${days.join()} ${from}`}>
            <Trans>
              {daysOf(days, i18n.locale)} {from}–{to}
            </Trans>
            {own.from !== from && (
              <>
                {" "}
                <Trans>
                  ({own.from}–{own.to} your time)
                </Trans>
                {own.day < 0 && (
                  <>
                    {" "}
                    <Trans>from the day before</Trans>
                  </>
                )}
                {own.day > 0 && (
                  <>
                    {" "}
                    <Trans>from the day after</Trans>
                  </>
                )}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
};
