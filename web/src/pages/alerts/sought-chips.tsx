import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type AlertFilter, paths, type SoughtAlerts } from "../../path-builder.ts";
import { partsOf, without } from "./sought.ts";
import { useSoughtWords } from "./sought-words.ts";
import "./sought.css";

interface SoughtChipsProps {
  readonly filter: AlertFilter;
  readonly group: string | undefined;
  readonly sought: SoughtAlerts;
}

/** What the list is narrowed to, each part with the way to do without it. */
export const SoughtChips = ({ filter, group, sought }: SoughtChipsProps) => {
  const { t } = useLingui();
  const wordsOf = useSoughtWords(sought);
  return (
    <ul className="sought-chips" aria-label={t`The list is narrowed to`}>
      {partsOf(sought).map((part) => (
        <li key={part}>
          <Link
            className="sought-chip"
            href={paths.alerts({ show: filter, group, sought: without(sought, part) })}
            aria-label={t`Leave out: ${{ part: wordsOf(part) }}`}
          >
            {wordsOf(part)} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link href={paths.alerts({ show: filter, group })}>
          <Trans>Clear the filter</Trans>
        </Link>
      </li>
    </ul>
  );
};
