/** What differs between two forms of something. The pointer is into the later one; of what is only in the earlier one, into that. */
export interface Difference {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
  /** Absent where there was nothing. */
  readonly before?: unknown;
  /** Absent where nothing is left. */
  readonly after?: unknown;
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** By value, whatever the order of the fields. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((entry, n) => isSame(entry, other[n]));
  if (!isFields(one) || !isFields(other)) return one === other;
  return namesOf(one, other).every((name) => isSame(one[name], other[name]));
};

export const namesOf = (one: Fields, other: Fields): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];

const shared = (one: Fields, other: Fields): number =>
  namesOf(one, other).filter((name) => isSame(one[name], other[name])).length;

/** Which line of the later list is which of the earlier one: first what is the same, then what has most in common. */
export const matched = (before: readonly Fields[], after: readonly Fields[]): ReadonlyMap<number, number> => {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (later: number, earlier: number) => {
    pairs.set(later, earlier);
    taken.add(earlier);
  };
  after.forEach((line, n) => {
    const same = before.findIndex((other, m) => !taken.has(m) && isSame(line, other));
    if (same >= 0) pair(n, same);
  });
  const likeness = after.flatMap((line, n) =>
    pairs.has(n)
      ? []
      : before.map((other, m) => ({ n, m, common: shared(line, other) })).filter(({ common }) => common > 0),
  );
  // Of lines that have as much in common, those in the same place belong together.
  likeness.sort((a, b) => b.common - a.common || Math.abs(a.n - a.m) - Math.abs(b.n - b.m));
  for (const { n, m } of likeness) if (!pairs.has(n) && !taken.has(m)) pair(n, m);
  return pairs;
};

export const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** The order of goods says nothing; that of the places on a route does. */
export const unordered = new Set(["/goods"]);

const betweenLists = (
  before: readonly Fields[],
  after: readonly Fields[],
  pointer: string,
): readonly Difference[] => {
  const pairs = matched(before, after);
  const order = [...pairs].sort(([a], [b]) => a - b).map(([, earlier]) => earlier);
  if (!unordered.has(pointer) && order.some((place, n) => n > 0 && place < (order[n - 1] ?? 0)))
    return [{ pointer, before, after }];
  const kept = new Set(pairs.values());
  return [
    ...after.flatMap((line, n) => {
      const earlier = pairs.get(n);
      const at = `${pointer}/${n}`;
      return earlier === undefined
        ? [{ pointer: at, after: line }]
        : differencesBetween(before[earlier], line, at);
    }),
    ...before.flatMap((line, n) => (kept.has(n) ? [] : [{ pointer: `${pointer}/${n}`, before: line }])),
  ];
};

/** Field by field, in the order of the earlier form and then of the later one. Lists of anything but objects differ as a whole. */
export const differencesBetween = (before: unknown, after: unknown, pointer = ""): readonly Difference[] => {
  if (isSame(before, after)) return [];
  if (isFields(before) && isFields(after))
    return namesOf(before, after).flatMap((name) =>
      differencesBetween(before[name], after[name], `${pointer}/${escaped(name)}`),
    );
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].every(isFields))
    return betweenLists(before, after, pointer);
  return [
    {
      pointer,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
};
