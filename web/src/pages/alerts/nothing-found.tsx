import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";
import { Link } from "wouter";
import { listing } from "../../../../shared/contract/alert-list.ts";
import { queryOf } from "../../api/queries.ts";
import { Empty } from "../../components/empty.tsx";
import { type AlertFilter, paths, type SoughtAlerts } from "../../path-builder.ts";
import { partsOf, soughtQuery, without } from "./sought.ts";
import { useSoughtWords } from "./sought-words.ts";

interface NothingFoundProps {
  readonly filter: AlertFilter;
  readonly group: string | undefined;
  readonly sought: SoughtAlerts;
  /** What the list asks for beside what is sought. */
  readonly asked: Readonly<Record<string, string | number | undefined>>;
}

/** Nothing has all that is sought: which part of it to do without, so that something has the others. */
export const NothingFound = ({ filter, group, sought, asked }: NothingFoundProps) => {
  const { t } = useLingui();
  const wordsOf = useSoughtWords(sought);
  const parts = partsOf(sought);
  const answers = useQueries({
    queries: parts.map((part) => {
      const query = { ...asked, ...soughtQuery(without(sought, part)), limit: 1 };
      return queryOf(listing.list, { query });
    }),
  });
  const helps = parts.filter((_, n) => {
    const page = answers[n]?.data?.data;
    return page !== undefined && (page.items.length > 0 || page.nextCursor !== null);
  });
  return (
    <Empty title={t`No alert has all of this`}>
      {helps.length > 0 && (
        <>
          <p>
            <Trans>There are some if you leave out one part:</Trans>
          </p>
          <ul className="sought-chips">
            {helps.map((part) => (
              <li key={part}>
                <Link
                  className="sought-chip"
                  href={paths.alerts({ show: filter, group, sought: without(sought, part) })}
                >
                  <Trans>Without: {wordsOf(part)}</Trans>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href={paths.alerts({ show: filter, group })}>
          <Trans>Clear the filter</Trans>
        </Link>
      </p>
    </Empty>
  );
};
