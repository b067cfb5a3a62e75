import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import {
  type NamingCountries,
  type SuggestionReason,
  suggestedAudience,
} from "../../../../shared/domain/suggested-audience.ts";
import { Button } from "../../components/button.tsx";
import { listOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { textIn } from "../long-form/typed-part.ts";
import type { TypedAlert } from "./alert-form.ts";

const reasons = {
  departure: msg`departure`,
  transit: msg`on the way`,
  destination: msg`destination`,
  event: msg`where it happened`,
  origin: msg`origin of the goods`,
} as const satisfies Readonly<Record<SuggestionReason, MessageDescriptor>>;

/** What the form says of countries, as far as it is typed. */
const countriesOf = ({ departure, transits, destination, goods, record }: TypedAlert): NamingCountries => ({
  route: { departure, transits, destination },
  event: { country: textIn(record.event, "country") },
  goods: goods.map((line) => ({ origin: line.more["/origin"] })),
});

/** Members of the group that the alert concerns by what is typed, to be named with one click. */
export const SuggestedAudience = ({
  typed,
  members,
  change,
}: {
  readonly typed: TypedAlert;
  readonly members: readonly string[];
  readonly change: (part: Partial<TypedAlert>) => void;
}) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const named = typed.audience === "administrations" ? typed.administrations : [];
  const suggested = suggestedAudience(countriesOf(typed), members).filter(
    ({ administration }) => !named.includes(administration),
  );
  if (suggested.length === 0 || typed.audience === "all-but" || typed.audience === "regions") return null;
  const words = suggested.map(
    ({ administration, reasons: why }) =>
      `${nameOf(administration)} (${why.map((reason) => i18n.t(reasons[reason])).join(", ")})`,
  );
  return (
    <div className="stack">
      <p className="field-help">
        <Trans>Suggested by what is written above: {listOf(words, i18n.locale)}</Trans>
      </p>
      <div className="actions">
        <Button
          look="secondary"
          onClick={() =>
            change({
              audience: "administrations",
              administrations: [...named, ...suggested.map(({ administration }) => administration)],
            })
          }
        >
          <Trans>Name them</Trans>
        </Button>
      </div>
    </div>
  );
};
