import { isFields, isSame } from "../../../shared/domain/differences.ts";

/** The JSON Merge Patch (RFC 7396) that makes the second object of the first. */
export const mergePatchBetween = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const removed = Object.keys(before)
    .filter((name) => after[name] === undefined && before[name] !== undefined)
    .map((name) => [name, null]);
  const changed = Object.entries(after)
    .filter(([name, value]) => value !== undefined && !isSame(before[name], value))
    .map(([name, value]) => {
      const earlier = before[name];
      return [name, isFields(earlier) && isFields(value) ? mergePatchBetween(earlier, value) : value];
    });
  return Object.fromEntries([...removed, ...changed]);
};
