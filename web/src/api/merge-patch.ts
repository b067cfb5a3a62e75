const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

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
      return [name, isObject(earlier) && isObject(value) ? mergePatchBetween(earlier, value) : value];
    });
  return Object.fromEntries([...removed, ...changed]);
};
