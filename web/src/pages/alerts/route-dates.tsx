import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { TextField } from "../../components/field.tsx";
import { placeIn } from "../long-form/typed-part.ts";
import { isUnknown, type TypedAlert, type TypedPlace } from "./alert-form.ts";

interface RouteDatesProps {
  readonly typed: TypedAlert;
  readonly change: (part: Partial<TypedAlert>) => void;
  readonly errors: readonly FieldError[];
}

/** When the goods were at the places of the route, and the route in somebody else's words: what the short form does without. */
export const RouteDates = ({ typed, change, errors }: RouteDatesProps) => {
  const { t } = useLingui();
  const { departure, transits, destination, routeAsReported } = typed;
  const [wanted, setWanted] = useState(
    () => routeAsReported !== "" || [departure, ...transits, destination].some(({ date }) => date !== ""),
  );
  const isWrong = errors.some(({ pointer }) => /^\/route\/(.*\/date|asReported)$/.test(pointer));
  const dateOf = (at: string, label: string, place: TypedPlace, set: (place: TypedPlace) => void) => (
    <TextField
      key={at}
      pointer={`${at}/date`}
      label={label}
      errors={errorsAt(errors, `${at}/date`)}
      value={place.date}
      onChange={(date) => set({ ...place, date })}
      placeholder="2026-11-24"
      autoComplete="off"
    />
  );
  return (
    <details open={wanted || isWrong} onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary>
        <Trans>Dates on the route, and the route as reported</Trans>
      </summary>
      <div className="form">
        <p className="field-help">
          <Trans>Each as far as it is known: 2026-11-24, 2026-11 or 2026.</Trans>
        </p>
        <div className="pair">
          {dateOf("/route/departure", t`Date of departure`, departure, (next) => change({ departure: next }))}
          {transits.map((place, index) =>
            dateOf(
              `/route/transits/${placeIn(transits, index, isUnknown)}`,
              t`Date at place ${index + 1} on the way`,
              place,
              (next) => change({ transits: transits.with(index, next) }),
            ),
          )}
          {dateOf("/route/destination", t`Date of arrival`, destination, (next) =>
            change({ destination: next }),
          )}
        </div>
        <TextField
          pointer="/route/asReported"
          label={t`Route, as reported`}
          errors={errorsAt(errors, "/route/asReported")}
          value={routeAsReported}
          onChange={(next) => change({ routeAsReported: next })}
          lang={typed.language}
          dir="auto"
        />
      </div>
    </details>
  );
};
