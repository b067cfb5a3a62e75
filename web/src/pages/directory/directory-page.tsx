import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useState } from "react";
import { useSearch } from "wouter";
import { contactPoints, type DirectoryEntry } from "../../../../shared/contract/contact-points.ts";
import { usePages } from "../../api/pages.ts";
import { Asked } from "../../components/asked.tsx";
import { Button } from "../../components/button.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { Empty } from "../../components/empty.tsx";
import { Page } from "../../components/page.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { searchedAdministration } from "../../path-builder.ts";
import { dutyOf } from "./duty.ts";
import { Entry } from "./entry.tsx";
import { type Question, QuestionForm } from "./question-form.tsx";
import { useNow } from "./use-now.ts";

/** Administrations that are shown at once; the rest on demand, so that an old laptop keeps up with the typing. */
const AT_ONCE = 20;

/** Who is on duty where: now, or at a time that is asked about. */
export const DirectoryPage = () => {
  const { t } = useLingui();
  const search = useSearch();
  const [question, setQuestion] = useState<Question>(() => ({
    words: searchedAdministration(search) ?? "",
    at: undefined,
    onDutyOnly: false,
  }));
  const { pages, rows } = usePages(contactPoints.list, { query: { limit: 100 } });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = pages;
  // All of them are asked for, two pages at most, so that words find whoever is there.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return (
    <Page title={t`Directory`}>
      <p className="prose">
        <Trans>
          The contact points of administrations that share a group with yours. Who is on duty is reckoned by
          the clock at their place.
        </Trans>
      </p>
      <QuestionForm question={question} onChange={setQuestion} />
      <Asked query={rows} lines={10}>
        {(entries) => <Found entries={entries} question={question} isWhole={!hasNextPage} />}
      </Asked>
    </Page>
  );
};

interface FoundProps {
  readonly entries: readonly DirectoryEntry[];
  readonly question: Question;
  /** False while more of them are on their way. */
  readonly isWhole: boolean;
}

const useFound = (entries: readonly DirectoryEntry[], { words, onDutyOnly }: Question, at: Date) => {
  const nameOf = useAdministrationName();
  const named = useMemo(
    () =>
      entries.map((entry) => {
        const known = nameOf(entry.administration);
        return { ...entry, name: known === entry.administration ? entry.name : known };
      }),
    [entries, nameOf],
  );
  return useMemo(() => {
    const byCode = new Map(named.map((entry) => [entry.administration, entry]));
    const options = named
      .map(({ administration, name }) => ({ code: administration, name }))
      .sort((one, other) => one.name.localeCompare(other.name));
    return searchOptions(options, words, options.length).flatMap(({ code }) => {
      const entry = byCode.get(code);
      if (entry === undefined) return [];
      const points = entry.contactPoints
        .map((point, index) => ({ point, index, duty: dutyOf(point, at) }))
        .filter(({ duty }) => !onDutyOnly || duty.state === "on");
      return points.length === 0 && onDutyOnly ? [] : [{ ...entry, points }];
    });
  }, [named, words, onDutyOnly, at]);
};

const Found = ({ entries, question, isWhole }: FoundProps) => {
  const { t } = useLingui();
  const now = useNow();
  const asked = question.at;
  const at = useMemo(() => (asked === undefined ? now : new Date(asked)), [asked, now]);
  const found = useFound(entries, question, at);
  const [shown, setShown] = useState(AT_ONCE);

  if (entries.length === 0)
    return (
      <Empty title={<Trans>Nobody is here yet</Trans>}>
        <p>
          <Trans>
            As soon as your administration shares a group with others, their contact points appear here.
          </Trans>
        </p>
      </Empty>
    );
  if (found.length === 0 && isWhole) return <Nobody question={question} />;
  return (
    <section className="section" aria-label={t`Contact points`}>
      {found.slice(0, shown).map((entry) => (
        <Entry key={entry.administration} entry={entry} at={at} isNow={asked === undefined} />
      ))}
      {found.length > shown && (
        <div className="actions">
          <Button look="secondary" onClick={() => setShown(shown + AT_ONCE)}>
            <Trans>Show more administrations</Trans>
          </Button>
        </div>
      )}
    </section>
  );
};

const Nobody = ({ question: { words, onDutyOnly } }: { readonly question: Question }) => {
  if (!onDutyOnly)
    return (
      <Empty title={<Trans>Nothing found for “{words}”</Trans>}>
        <p>
          <Trans>
            Only administrations that share a group with yours are here. Try its name or its code.
          </Trans>
        </p>
      </Empty>
    );
  return (
    <Empty
      title={
        words === "" ? (
          <Trans>Nobody is on duty then</Trans>
        ) : (
          <Trans>Nobody found for “{words}” is on duty then</Trans>
        )
      }
    >
      <p>
        <Trans>Look at those who are off duty, too: they may be reached when it cannot wait.</Trans>
      </p>
    </Empty>
  );
};
