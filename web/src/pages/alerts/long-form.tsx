import { Trans } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { RecordParts } from "../long-form/record-parts.tsx";
import { textIn, withField } from "../long-form/typed-part.ts";
import type { PartProps } from "./alert-form-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import type { useOpenParts } from "./use-open-parts.ts";

interface LongFormProps extends PartProps {
  /** Everything that would be refused, whether it is shown by now or not. */
  readonly found: readonly FieldError[];
  readonly parts: ReturnType<typeof useOpenParts>;
}

/** What else is known, each part folded away until it is wanted: the short form stays as short as it is. */
export const LongForm = ({ typed, change, errors, found, parts }: LongFormProps) => {
  const { record } = typed;
  const { event } = record;
  return (
    <RecordParts
      record={record}
      onChange={(next) => change({ record: next })}
      faults={{ found, all: errors.length > 0 }}
      language={typed.language}
      isOpen={parts.isOpen}
      onToggle={parts.toggle}
      eventPlace={
        <PlaceFields
          at="/event"
          legend={<Trans>Where it happened</Trans>}
          value={{
            country: textIn(event, "country"),
            place: textIn(event, "place"),
            locode: textIn(event, "locode"),
            date: "",
          }}
          onChange={({ country, place, locode }) =>
            change({
              record: {
                ...record,
                event: (
                  [
                    ["country", country],
                    ["place", place],
                    ["locode", locode],
                  ] as const
                ).reduce((part, [name, value]) => withField(part, name, value), event),
              },
            })
          }
          errors={found}
        />
      }
    />
  );
};
