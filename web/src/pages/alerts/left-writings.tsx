import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { dateOf, timeOf } from "../../i18n/format.ts";
import { type Writing, writings } from "../../session/device-writing.ts";
import { goOnWith } from "../../session/use-writing.ts";
import { EditorState, isSavedWhole } from "./editor-state.ts";

interface LeftWritingsProps {
  readonly left: readonly Writing[];
  /** Its editor, opened in this tab, goes on from there. */
  readonly onGoOn: (writing: Writing) => void;
}

const stateOf = ({ value }: Writing): EditorState | undefined => EditorState.safeParse(value).data;

/** What a closed tab or a crashed browser left on this device, and the exchange does not have: gone on with, or discarded. */
export const LeftWritings = ({ left, onGoOn }: LeftWritingsProps) => {
  const [discarded, setDiscarded] = useState<readonly string[]>([]);
  return (
    <>
      {left
        .filter(({ slot }) => !discarded.includes(slot))
        .map((writing) => {
          const state = stateOf(writing);
          return state === undefined || isSavedWhole(state) ? null : (
            <Left
              key={writing.slot}
              writing={writing}
              title={state.typed.title.trim()}
              onGoOn={() => {
                goOnWith(writing);
                onGoOn(writing);
              }}
              onDiscard={() => {
                writings().drop(writing);
                setDiscarded([...discarded, writing.slot]);
              }}
            />
          );
        })}
    </>
  );
};

interface LeftProps {
  readonly writing: Writing;
  readonly title: string;
  readonly onGoOn: () => void;
  readonly onDiscard: () => void;
}

const Left = ({ writing, title, onGoOn, onDiscard }: LeftProps) => {
  const { i18n } = useLingui();
  const { locale } = i18n;
  const time = timeOf(writing.at, locale);
  const day = dateOf(new Date(writing.at).toISOString(), locale);
  const isToday = day === dateOf(new Date().toISOString(), locale);
  return (
    <Notice
      title={
        isToday ? (
          <Trans>Unsaved work from {time} found on this device</Trans>
        ) : (
          <Trans>
            Unsaved work of {day}, {time}, found on this device
          </Trans>
        )
      }
    >
      {title !== "" && <p dir="auto">{title}</p>}
      <div className="actions">
        <Button onClick={onGoOn}>
          <Trans>Continue</Trans>
        </Button>
        <Button look="secondary" onClick={onDiscard}>
          <Trans>Discard it</Trans>
        </Button>
      </div>
    </Notice>
  );
};
