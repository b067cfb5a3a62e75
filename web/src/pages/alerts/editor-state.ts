import * as z from "zod/mini";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import type { AlertState } from "../../../../shared/domain/lifecycle.ts";
import { mergePatchBetween } from "../../api/merge-patch.ts";
import { TypedAlert, toContent } from "./alert-form.ts";

/** What the exchange has of the alert: a draft as it was saved last, or the version that is being revised. */
const Saved = z.object({ id: z.string(), etag: z.string(), content: AlertContent, at: z.number() });
export type Saved = z.infer<typeof Saved>;

/** What this device keeps of an editor. */
export const EditorState = z.object({
  typed: TypedAlert,
  saved: z.optional(Saved),
  /** A draft that was sent for the first time, and under which key: without an answer, it is asked for again, not made twice. */
  begun: z.optional(z.object({ key: z.string(), content: AlertContent })),
  /** What was sent last: whether the exchange took it is not known where its answer was lost. */
  sent: z.optional(AlertContent),
});
export type EditorState = z.infer<typeof EditorState>;

/** Whether the exchange has all that is written. */
export const isSavedWhole = ({ typed, saved }: EditorState): boolean =>
  saved !== undefined && Object.keys(mergePatchBetween(saved.content, toContent(typed))).length === 0;

/** Somebody else's text, which was saved while this one was written. */
export interface Theirs {
  readonly etag: string;
  readonly content: AlertContent;
  readonly at: number;
  readonly version: number;
}

/** Why what is written cannot be saved as it is. */
export type Standstill =
  | { readonly is: "conflict"; readonly theirs: Theirs }
  /** It was submitted for review, released, withdrawn or closed meanwhile. */
  | { readonly is: "moved"; readonly state: AlertState; readonly theirs: Theirs }
  | { readonly is: "discarded" };
