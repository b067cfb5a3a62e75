import { useEffect, useState } from "react";
import { type Writing, writings } from "./device-writing.ts";

/** In this tab, over a reload: where it writes what. */
const SLOT = "cencomm.form.slot.";
/** A page that was reloaded gives its place free at once; a tab that goes on writing there does not. */
const PATIENCE_MS = 400;

const lockOf = (slot: string): string => `cencomm.writing.${slot}`;

/** Holds a place for as long as this page lives; undefined where another one has it. Browsers give it free when they crash. */
const hold = (slot: string): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    if (navigator.locks === undefined) return resolve(() => undefined);
    navigator.locks
      .request(
        lockOf(slot),
        { signal: AbortSignal.timeout(PATIENCE_MS) },
        () => new Promise<void>((release) => resolve(release)),
      )
      .catch(() => resolve(undefined));
  });

const isHeldElsewhere = async (): Promise<(slot: string) => boolean> => {
  const held = (await navigator.locks?.query())?.held ?? [];
  const names = new Set(held.map(({ name }) => name));
  return (slot) => names.has(lockOf(slot));
};

/** A place to write in, what stands there already, and what was left behind by tabs that are gone. */
export interface WritingPlace {
  readonly name: string;
  readonly slot: string;
  readonly kept: Writing | undefined;
  readonly left: readonly Writing[];
}

const take = async (name: string): Promise<WritingPlace & { readonly release: () => void }> => {
  const own = sessionStorage.getItem(SLOT + name);
  const ownHeld = own === null ? undefined : await hold(own);
  const slot = own !== null && ownHeld !== undefined ? own : crypto.randomUUID();
  const release = ownHeld ?? (await hold(slot)) ?? (() => undefined);
  sessionStorage.setItem(SLOT + name, slot);
  const isHeld = await isHeldElsewhere();
  const all = writings()
    .list()
    .filter((each) => each.name === name);
  return {
    name,
    slot,
    release,
    kept: all.find((each) => each.slot === slot),
    left: all.filter((each) => each.slot !== slot && !isHeld(each.slot)),
  };
};

/** From the next time that its editor opens in this tab, it goes on from there. */
export const goOnWith = ({ name, slot }: Pick<Writing, "name" | "slot">): void =>
  sessionStorage.setItem(SLOT + name, slot);

/** The next time that its editor opens in this tab, it begins anew. */
export const beginAnew = (name: string): void => sessionStorage.removeItem(SLOT + name);

/** What tabs that are gone left behind, whatever it is; undefined until that is known. */
export const useLeftWritings = () => {
  const [left, setLeft] = useState<readonly Writing[]>();
  useEffect(() => {
    void isHeldElsewhere().then((isHeld) =>
      setLeft(
        writings()
          .list()
          .filter(({ slot }) => !isHeld(slot)),
      ),
    );
  }, []);
  return left;
};

/** The place of an editor; undefined until it is known what stands there. `again` looks anew. */
export const useWritingPlace = (name: string) => {
  const [place, setPlace] = useState<WritingPlace>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Each round looks anew.
  useEffect(() => {
    let release: (() => void) | undefined;
    let isGone = false;
    setPlace(undefined);
    void take(name).then((taken) => {
      release = taken.release;
      if (isGone) release();
      else setPlace(taken);
    });
    return () => {
      isGone = true;
      release?.();
    };
  }, [name, round]);
  return { place, again: () => setRound((before) => before + 1) };
};
