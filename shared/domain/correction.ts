import { mergePatch } from "./merge-patch.ts";

type Path = readonly string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Each field that a merge patch (RFC 7396) sets or removes; a list is one field, as it is replaced whole. */
const pathsOf = (patch: unknown, path: Path = []): readonly Path[] =>
  isObject(patch)
    ? Object.entries(patch).flatMap(([name, value]) => pathsOf(value, [...path, name]))
    : [path];

const valueAt = (target: unknown, path: Path): unknown =>
  path.reduce(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    target,
  );

/** The same whatever the order in which a text's fields were written down. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, n) => isSame(value, other[n]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
};

/** A field that a correction changes; undefined where there is none before, or none after. */
export interface CorrectedField {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

const pointerOf = (path: Path): string =>
  path.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** What a merge patch changes of something, field by field; nothing of what is as it says already. */
export const correctedFields = (target: unknown, patch: unknown): readonly CorrectedField[] => {
  const corrected = mergePatch(target, patch);
  return pathsOf(patch)
    .map((path) => ({
      pointer: pointerOf(path),
      before: valueAt(target, path),
      after: valueAt(corrected, path),
    }))
    .filter(({ before, after }) => !isSame(before, after));
};

/** The fields of a patch that are not any more what they were when it was made. */
export const overtakenFields = (base: unknown, current: unknown, patch: unknown): readonly string[] =>
  pathsOf(patch)
    .filter((path) => !isSame(valueAt(base, path), valueAt(current, path)))
    .map(pointerOf);
