import { type AlertContent, contentConflict } from "../../../shared/domain/alert.ts";
import { CONTENT_LIMIT, contentBytes } from "../../../shared/domain/content-limit.ts";
import { dateToCome } from "../../../shared/domain/dates-to-come.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";

/** Refuses what no audience could be sent, whatever becomes of it: fields that contradict each other, more than fits. */
export const assertSound = (content: AlertContent, now: Date): void => {
  const conflict = contentConflict(content) ?? dateToCome(content, now);
  if (conflict !== undefined) throw invalid(conflict.pointer, conflict.detail);
  if (contentBytes(content) > CONTENT_LIMIT) throw new Problem("too-large", "An alert has at most 200 KiB.");
};
