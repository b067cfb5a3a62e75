import { createHash } from "node:crypto";
import { Problem } from "../../shared/domain/problem.ts";

/** Whose list, and of what: a cursor is good for these alone. */
type Binding = readonly (string | undefined)[];

const seal = (position: string, binding: Binding): string =>
  createHash("sha256")
    .update(JSON.stringify([position, ...binding]))
    .digest("base64url")
    .slice(0, 16);

/**
 * A place in a list. It holds a position and a check sum over position, caller and filter, no right: what a page
 * shows is decided anew by the caller's rights, so that a forged cursor gains nothing.
 */
export const cursorOf = (position: string, binding: Binding): string =>
  `${seal(position, binding)}${Buffer.from(position).toString("base64url")}`;

/** The position in a cursor. Throws a Problem for one that was changed or belongs to another caller or filter. */
export const positionOf = (cursor: string | undefined, binding: Binding): string | undefined => {
  if (cursor === undefined) return undefined;
  const position = Buffer.from(cursor.slice(16), "base64url").toString();
  if (cursorOf(position, binding) !== cursor)
    throw new Problem("malformed", "This cursor belongs to another list. Start again without a cursor.", [
      {
        pointer: "cursor",
        detail: "Pass on the nextCursor of the page before, unchanged, with the same filter.",
      },
    ]);
  return position;
};

/** A page with a version, which is its caller's alone and of what it shows: whoever asks again and again is shown what changed. */
export const versionedPage = <T>(items: readonly T[], next: string | undefined, binding: Binding) => {
  const page = pageAnswer(items, next, binding);
  return { ...page, etag: seal(JSON.stringify(page.body), binding.slice(0, 1)) };
};

/** A page in the API's form. */
export const pageAnswer = <T>(items: readonly T[], next: string | undefined, binding: Binding) => ({
  body: { items, nextCursor: next === undefined ? null : cursorOf(next, binding) },
});
