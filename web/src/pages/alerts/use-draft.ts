import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import * as z from "zod/mini";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { call } from "../../api/api.ts";
import { mergePatchBetween } from "../../api/merge-patch.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useIdempotencyKeys } from "../../api/queries.ts";
import { dropKept, useKept } from "../../session/kept.ts";
import { alertErrors, TypedAlert, toContent } from "./alert-form.ts";

/** What the exchange has of the draft. */
const Saved = z.object({ id: z.string(), etag: z.string(), content: AlertContent, at: z.number() });
export type Saved = z.infer<typeof Saved>;

export const EditorState = z.object({ typed: TypedAlert, saved: z.optional(Saved) });
export type EditorState = z.infer<typeof EditorState>;

/** Whether the exchange has all that is written. */
export const isSavedWhole = ({ typed, saved }: EditorState): boolean =>
  saved !== undefined && Object.keys(mergePatchBetween(saved.content, toContent(typed))).length === 0;

/** After this long without a keystroke, a draft that can be saved is. */
const PAUSE = 1200;

/** A draft that saves itself as soon as the exchange can take it; until then this tab keeps it. */
export const useDraft = (kept: string, initial: () => EditorState) => {
  const client = useQueryClient();
  const keyFor = useIdempotencyKeys();
  const [state, setState] = useKept(kept, EditorState, initial);
  const [error, setError] = useState<Error>();
  const [saving, setSaving] = useState(false);
  const running = useRef<Promise<Saved | undefined>>(undefined);
  const latest = useRef(state);
  latest.current = state;

  const content = useMemo(() => toContent(state.typed), [state.typed]);
  const errors = useMemo(() => alertErrors(content), [content]);
  const isSaved = isSavedWhole(state);

  // What the exchange has, or what nobody wrote yet, is not kept here beyond the visit.
  const begun = useRef(state.typed);
  useEffect(
    () => () => {
      const { current } = latest;
      if (isSavedWhole(current) || (current.saved === undefined && current.typed === begun.current))
        dropKept(kept);
    },
    [kept],
  );

  const send = useCallback(async (): Promise<Saved | undefined> => {
    const { typed, saved } = latest.current;
    const parsed = AlertContent.safeParse(toContent(typed));
    if (!parsed.success) return undefined;
    const body = parsed.data;
    const patch = saved && mergePatchBetween(saved.content, body);
    if (saved && patch && Object.keys(patch).length === 0) return saved;
    const { data, etag } =
      saved && patch
        ? await call(alerts.update, { params: { id: saved.id }, ifMatch: saved.etag, body: patch })
        : await call(alerts.create, { body, idempotencyKey: keyFor(body) });
    const next = { id: data.id, etag: etag ?? "", content: body, at: Date.now() };
    setState((current) => ({ ...current, saved: next }));
    latest.current = { ...latest.current, saved: next };
    void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
    client.removeQueries({ queryKey: keyOf(alerts.get, { params: { id: data.id } }) });
    return next;
  }, [client, keyFor, setState]);

  /** Saves what is on the screen now; one request at a time, since each names the version before it. */
  const save = useCallback(async (): Promise<Saved | undefined> => {
    const earlier = running.current;
    const attempt = (async () => {
      await earlier?.catch(() => undefined);
      setSaving(true);
      setError(undefined);
      try {
        return await send();
      } catch (failure) {
        setError(failure instanceof Error ? failure : new Error(String(failure)));
        return undefined;
      } finally {
        setSaving(false);
      }
    })();
    running.current = attempt;
    return attempt;
  }, [send]);

  // Somebody else's change is not written over; the person decides.
  const isStale = error instanceof ApiProblem && (error.status === 412 || error.status === 409);
  const canSave = errors.length === 0 && !isSaved && !isStale;
  // biome-ignore lint/correctness/useExhaustiveDependencies: Each change of the content begins the pause anew.
  useEffect(() => {
    if (!canSave) return;
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [canSave, content, save]);

  return {
    typed: state.typed,
    saved: state.saved,
    change: (part: Partial<TypedAlert>) =>
      setState((current) => ({ ...current, typed: { ...current.typed, ...part } })),
    errors: errors.length > 0 ? errors : error instanceof ApiProblem ? error.errors : [],
    error,
    saving,
    isSaved,
    save,
  };
};

export type DraftInHand = ReturnType<typeof useDraft>;
