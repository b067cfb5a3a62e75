import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import type { Locode } from "../../../../shared/reference/locodes.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { CodeCombobox } from "../../components/code-combobox.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { CountryField } from "../../components/country-field.tsx";
import type { TypedPlace } from "./alert-form.ts";

interface PlaceFieldsProps {
  readonly at: string;
  readonly legend: ReactNode;
  readonly value: TypedPlace;
  readonly onChange: (place: TypedPlace) => void;
  readonly onRemove?: () => void;
  readonly errors: readonly FieldError[];
}

/** A place of a route: its country, and where in it, from UN/LOCODE or in words. */
export const PlaceFields = ({ at, legend, value, onChange, onRemove, errors }: PlaceFieldsProps) => {
  const { t } = useLingui();
  const [placesOf, setPlacesOf] = useState<(country: string) => readonly Locode[]>();
  // 170 KB of names: loaded when somebody is about to look one up.
  const load = () => {
    if (placesOf === undefined)
      void import("../../../../shared/reference/locodes.ts").then(({ locodesOf }) =>
        setPlacesOf(() => locodesOf),
      );
  };
  const places = value.country === "" ? [] : (placesOf?.(value.country) ?? []);
  return (
    <fieldset className="place floating">
      <legend className="field-label">{legend}</legend>
      <div className="pair">
        <CountryField
          pointer={`${at}/country`}
          label={t`Country`}
          errors={errorsAt(errors, `${at}/country`)}
          value={value.country}
          onChange={(country) =>
            onChange(country === value.country ? value : { ...value, country, locode: "" })
          }
        />
        <CodeCombobox
          pointer={`${at}/place`}
          label={t`Place`}
          errors={[...errorsAt(errors, `${at}/place`), ...errorsAt(errors, `${at}/locode`)]}
          value={value.locode === "" ? value.place : value.locode}
          takesText
          onFocus={load}
          search={(text) => searchOptions(places, text, 40)}
          nameOf={(code) => (code !== "" && code === value.locode ? value.place : undefined)}
          onChange={(next) => {
            const found = places.find(({ code }) => code === next);
            onChange({ ...value, place: found?.name ?? next, locode: found?.code ?? "" });
          }}
        />
      </div>
      {onRemove && (
        <Button look="quiet" onClick={onRemove}>
          <Trans>Remove this place</Trans>
        </Button>
      )}
    </fieldset>
  );
};
