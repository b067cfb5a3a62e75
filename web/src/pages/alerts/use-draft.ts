import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { differencesBetween } from "../../../../shared/domain/differences.ts";
import { type AlertState, changeable } from "../../../../shared/domain/lifecycle.ts";
import { call } from "../../api/api.ts";
import { mergePatchBetween } from "../../api/merge-patch.ts";
import { ApiProblem, isPassing } from "../../api/problem.ts";
import { keyOf } from "../../api/queries.ts";
import { writings } from "../../session/device-writing.ts";
import type { WritingPlace } from "../../session/use-writing.ts";
import { alertErrors, contentOf, fromContent, type TypedAlert, toContent } from "./alert-form.ts";
import { EditorState, isSavedWhole, type Saved, type Standstill, type Theirs } from "./editor-state.ts";

/** After this long without a keystroke, a draft that can be saved is. */
const PAUSE = 1200;
/** Who writes without a pause is saved all the same. */
const LONGEST = 5000;
/** Without a line it is tried again, sooner at first; and at once when the line is back. */
const retryAfter = (failures: number): number => Math.min(30_000, 1500 * 2 ** failures);

/** Whether asking again helps by itself: no answer, a failure of the exchange, too many requests. */
const isWaiting = (error: Error | undefined): boolean =>
  error !== undefined && (isPassing(error) || (error instanceof ApiProblem && error.status === 429));

const isSameText = (one: unknown, other: unknown): boolean => differencesBetween(one, other).length === 0;

interface Options {
  /** Whether it saves itself. What is released is changed for its readers by one step alone. */
  readonly savesItself: boolean;
  /** The states in which what is written can still be saved. */
  readonly states: readonly AlertState[];
}
const asDraft: Options = { savesItself: true, states: changeable };
export const asRevision: Options = { savesItself: false, states: ["released", "expired"] };

/** An alert that is being written: kept on this device with every keystroke, and saved as soon as the exchange can take it. */
export const useDraft = (place: WritingPlace, initial: () => EditorState, options: Options = asDraft) => {
  const { savesItself, states } = options;
  const client = useQueryClient();
  const [state, setState] = useState<EditorState>(
    () => EditorState.safeParse(place.kept?.value).data ?? initial(),
  );
  const [error, setError] = useState<Error>();
  const [failures, setFailures] = useState(0);
  const [standstill, setStandstill] = useState<Standstill>();
  const [saving, setSaving] = useState(false);
  const [hasRoom, setHasRoom] = useState(true);
  const running = useRef<Promise<Saved | undefined>>(undefined);
  const latest = useRef(state);
  latest.current = state;

  const content = useMemo(() => toContent(state.typed), [state.typed]);
  const errors = useMemo(() => alertErrors(content), [content]);
  const isSaved = isSavedWhole(state);

  const begun = useRef(state);
  useEffect(() => {
    if (state !== begun.current) setHasRoom(writings().keep(place, state));
  }, [place, state]);
  // What the exchange has, or what nobody wrote yet, is not kept here beyond the visit.
  useEffect(
    () => () => {
      const { current } = latest;
      if (isSavedWhole(current) || (current.saved === undefined && current === begun.current))
        writings().drop(place);
    },
    [place],
  );

  /** Kept at once, before anything is sent: an answer may never come. */
  const put = useCallback(
    (part: Partial<EditorState>) => {
      latest.current = { ...latest.current, ...part };
      writings().keep(place, latest.current);
      setState((current) => ({ ...current, ...part }));
    },
    [place],
  );

  const saw = useCallback(
    (id: string) => {
      void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
      client.removeQueries({ queryKey: keyOf(alerts.get, { params: { id } }) });
    },
    [client],
  );

  /**
   * After a refusal because of another version: what there is now. Where it is what was sent, only the answer was lost; where its
   * text is the one that was changed here, the change goes on from it. Everything else is for the person to decide.
   */
  const compare = useCallback(
    async (saved: Saved): Promise<"go-on" | "stand-still"> => {
      const { data, etag = "" } = await call(alerts.get, { params: { id: saved.id } });
      const theirs: Theirs = {
        etag,
        content: AlertContent.parse(contentOf(data)),
        at: Date.parse(data.changedAt),
        version: data.version,
      };
      const taken = { id: saved.id, etag, content: theirs.content, at: theirs.at };
      if (latest.current.sent !== undefined && isSameText(theirs.content, latest.current.sent)) {
        put({ saved: taken });
        if (states.includes(data.state)) return "go-on";
      }
      if (!states.includes(data.state)) {
        setStandstill({ is: "moved", state: data.state, theirs });
        return "stand-still";
      }
      if (isSameText(theirs.content, saved.content)) {
        put({ saved: taken });
        return "go-on";
      }
      setStandstill({ is: "conflict", theirs });
      return "stand-still";
    },
    [put, states],
  );

  const create = useCallback(
    async (written: AlertContent): Promise<void> => {
      const first = latest.current.begun ?? { key: crypto.randomUUID(), content: written };
      put({ begun: first });
      try {
        const { data, etag = "" } = await call(alerts.create, {
          body: first.content,
          idempotencyKey: first.key,
        });
        put({ saved: { id: data.id, etag, content: first.content, at: Date.now() }, begun: undefined });
        saw(data.id);
      } catch (failure) {
        // Refused, it is not made; what is written next is another one.
        if (failure instanceof ApiProblem && failure.status !== 401 && !isWaiting(failure))
          put({ begun: undefined });
        throw failure;
      }
    },
    [put, saw],
  );

  const send = useCallback(async (): Promise<Saved | undefined> => {
    const { typed, saved } = latest.current;
    const parsed = AlertContent.safeParse(toContent(typed));
    if (!parsed.success) return undefined;
    if (saved === undefined) {
      await create(parsed.data);
      return send();
    }
    const patch = mergePatchBetween(saved.content, parsed.data);
    if (Object.keys(patch).length === 0) return saved;
    put({ sent: parsed.data });
    try {
      const { etag = "" } = await call(alerts.update, {
        params: { id: saved.id },
        ifMatch: saved.etag,
        body: patch,
      });
      put({ saved: { id: saved.id, etag, content: parsed.data, at: Date.now() } });
      saw(saved.id);
      return send();
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.status === 404) setStandstill({ is: "discarded" });
      if (!(failure instanceof ApiProblem) || (failure.status !== 412 && failure.status !== 409))
        throw failure;
      if ((await compare(saved)) === "stand-still") return undefined;
      // Refused for another reason than the version, it would be refused for ever.
      if (failure.status === 409) throw failure;
      return send();
    }
  }, [compare, create, put, saw]);

  /** Saves what is on the screen now; one request at a time, since each names the version before it. */
  const save = useCallback(async (): Promise<Saved | undefined> => {
    const earlier = running.current;
    const attempt = (async () => {
      await earlier?.catch(() => undefined);
      setSaving(true);
      try {
        const saved = await send();
        setError(undefined);
        setFailures(0);
        return saved;
      } catch (failure) {
        setError(failure instanceof Error ? failure : new Error(String(failure)));
        setFailures((before) => before + 1);
        return undefined;
      } finally {
        setSaving(false);
      }
    })();
    running.current = attempt;
    return attempt;
  }, [send]);

  const canSave =
    savesItself &&
    errors.length === 0 &&
    !isSaved &&
    standstill === undefined &&
    (error === undefined || isWaiting(error) || failures === 0);
  const unsavedSince = useRef<number>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Each change of the content begins the pause anew.
  useEffect(() => {
    if (!canSave) {
      unsavedSince.current = undefined;
      return;
    }
    const now = Date.now();
    unsavedSince.current ??= now;
    const pause = Math.max(0, Math.min(PAUSE, unsavedSince.current + LONGEST - now));
    const timer = setTimeout(() => void save(), failures === 0 ? pause : retryAfter(failures));
    const again = () => void save();
    addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", again);
    };
  }, [canSave, content, save, failures]);

  return {
    typed: state.typed,
    saved: state.saved,
    content,
    change: (part: Partial<TypedAlert>) => {
      // What was refused may be right by now.
      if (!isWaiting(error)) setFailures(0);
      setState((current) => ({ ...current, typed: { ...current.typed, ...part } }));
    },
    errors: errors.length > 0 ? errors : error instanceof ApiProblem ? error.errors : [],
    error,
    /** Nothing is wrong with it: it is sent by itself as soon as it can be. */
    isWaiting: isWaiting(error),
    saving,
    isSaved,
    hasRoom,
    standstill,
    save,
    /** Goes on from somebody else's text with what was chosen of both. */
    resolve: (chosen: AlertContent, { etag, content: theirs, at }: Theirs) => {
      const id = latest.current.saved?.id;
      if (id === undefined) return;
      put({ typed: fromContent(chosen), saved: { id, etag, content: theirs, at } });
      setStandstill(undefined);
      setError(undefined);
      setFailures(0);
    },
    /** What was discarded by somebody else is a draft of its own again. */
    keepAsNew: () => {
      put({ saved: undefined, begun: undefined, sent: undefined });
      setStandstill(undefined);
      setError(undefined);
      setFailures(0);
    },
    /** After a step that was refused because of another version. */
    compareAgain: async () => {
      const { saved } = latest.current;
      return saved === undefined ? "stand-still" : compare(saved);
    },
    /** That this is being sent, should its answer be lost. */
    willSend: (whole: AlertContent) => put({ sent: whole }),
  };
};

export type DraftInHand = ReturnType<typeof useDraft>;
