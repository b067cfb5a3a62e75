import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useMemo, useState } from "react";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { type Chosen, type Divergence, reconcile } from "../../../../shared/domain/reconciliation.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { timeOf } from "../../i18n/format.ts";
import { Said } from "./difference-list.tsx";
import { useDifferenceWords } from "./difference-words.ts";
import type { Theirs } from "./editor-state.ts";
import "./differences.css";

interface ConflictProps {
  /** What both texts were made of. */
  readonly before: AlertContent;
  readonly mine: AlertContent;
  readonly theirs: Theirs;
  readonly onResolve: (chosen: AlertContent, theirs: Theirs) => void;
}

/** What one of the two alone changed stands as they changed it, until somebody chooses otherwise. */
const usual = ({ changedBy }: Divergence): Chosen | undefined =>
  changedBy === "both" ? undefined : changedBy === "me" ? "mine" : "theirs";

/** Two people changed the same alert: both texts, field by field, of which the one who is later chooses. */
export const Conflict = ({ before, mine, theirs, onResolve }: ConflictProps) => {
  const { t, i18n } = useLingui();
  const { nameOf } = useDifferenceWords();
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>({});
  const [tried, setTried] = useState(false);
  const { divergences, resolved } = useMemo(
    () => reconcile(before, mine, theirs.content),
    [before, mine, theirs],
  );
  const choiceOf = (divergence: Divergence): Chosen | undefined =>
    chosen[divergence.pointer] ?? usual(divergence);
  const open = divergences.filter((each) => choiceOf(each) === undefined);
  const all = (which: Chosen) =>
    setChosen(Object.fromEntries(divergences.map(({ pointer }) => [pointer, which])));
  const go = () => {
    setTried(true);
    if (open.length > 0) return;
    const text = AlertContent.safeParse(resolved((each) => choiceOf(each) ?? "theirs"));
    if (text.success) onResolve(text.data, theirs);
  };
  const time = timeOf(theirs.at, i18n.locale);
  const option = (
    which: Chosen,
    divergence: Divergence,
    title: string,
  ): { value: Chosen; label: ReactNode; help: ReactNode } => ({
    value: which,
    label: title,
    help: <Said pointer={divergence.pointer} value={divergence[which]} language={mine.language} />,
  });
  return (
    <section className="conflict" aria-labelledby="conflict">
      <Notice
        kind="warn"
        live
        title={<span id="conflict">{t`Somebody else changed this meanwhile, at ${time}`}</span>}
      >
        <p>
          <Trans>
            Nothing is lost: here are both texts. Choose for each field what holds, then go on from there.
          </Trans>
        </p>
        <div className="actions">
          <Button look="secondary" onClick={() => all("mine")}>
            <Trans>All of mine</Trans>
          </Button>
          <Button look="secondary" onClick={() => all("theirs")}>
            <Trans>All of theirs</Trans>
          </Button>
        </div>
      </Notice>
      {divergences.map((divergence) => {
        const { pointer, before: earlier } = divergence;
        const isOpen = tried && choiceOf(divergence) === undefined;
        return (
          <Choice
            key={pointer}
            pointer={`/conflict${pointer}`}
            label={nameOf(pointer)}
            help={
              <>
                <Trans>Before:</Trans> <Said pointer={pointer} value={earlier} language={before.language} />
              </>
            }
            errors={isOpen ? [{ pointer, detail: "This is required." }] : []}
            value={choiceOf(divergence) ?? ""}
            onChange={(which) => setChosen({ ...chosen, [pointer]: which as Chosen })}
            options={[option("mine", divergence, t`Mine`), option("theirs", divergence, t`Theirs`)]}
          />
        );
      })}
      <div className="actions">
        <Button onClick={go}>
          <Trans>Go on with what is chosen</Trans>
        </Button>
        {open.length > 0 && (
          <p className="quiet" role="status">
            <Plural value={open.length} one="# field is to be chosen" other="# fields are to be chosen" />
          </p>
        )}
      </div>
    </section>
  );
};
