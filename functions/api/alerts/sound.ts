import { type AlertContent, contentConflict } from "../../../shared/domain/alert.ts";
import { dateToCome } from "../../../shared/domain/dates-to-come.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";

/** An alert's own limit, in bytes of JSON (api.md); the table's is 400 KB an item. */
const CONTENT_LIMIT = 200 * 1024;

/** Refuses what no audience could be sent, whatever becomes of it: fields that contradict each other, more than fits. */
export const assertSound = (content: AlertContent, now: Date): void => {
  const conflict = contentConflict(content) ?? dateToCome(content, now);
  if (conflict !== undefined) throw invalid(conflict.pointer, conflict.detail);
  if (Buffer.byteLength(JSON.stringify(content)) > CONTENT_LIMIT)
    throw new Problem("too-large", "An alert has at most 200 KiB.");
};
