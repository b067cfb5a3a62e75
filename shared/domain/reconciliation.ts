import { escaped, type Fields, isFields, isSame, matched, namesOf, unordered } from "./differences.ts";

/** One thing in which two texts, made of the same earlier one, differ. */
export interface Divergence {
  /** JSON Pointer; into what comes of both texts while nothing of either is left out. Names this divergence among the others. */
  readonly pointer: string;
  /** Absent where there was nothing, or nothing is left. */
  readonly before?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
  /** Whoever changed it; where both did, each in their own way, only a person can choose. */
  readonly changedBy: "me" | "them" | "both";
}

export type Chosen = "mine" | "theirs";

export interface Reconciliation {
  /** In the order of the fields. */
  readonly divergences: readonly Divergence[];
  /** What comes of both texts, as it is chosen for each divergence. */
  readonly resolved: (choose: (divergence: Divergence) => Chosen) => unknown;
}

/** Whose fields say something together only: half of one and half of the other would be what nobody wrote. */
const wholes = new Set([
  "audience",
  "handling",
  "hs",
  "quantity",
  "value",
  "falsification",
  "departure",
  "destination",
]);

type Node =
  | { readonly is: "settled"; readonly value: unknown }
  | { readonly is: "open"; readonly divergence: Divergence }
  | { readonly is: "fields"; readonly fields: readonly (readonly [name: string, node: Node])[] }
  | { readonly is: "lines"; readonly lines: readonly Node[] };

const said = <Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: unknown } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]?: unknown });

const leaf = (before: unknown, mine: unknown, theirs: unknown, pointer: string): Node => {
  if (isSame(mine, theirs)) return { is: "settled", value: mine };
  const changedBy = isSame(before, mine) ? "them" : isSame(before, theirs) ? "me" : "both";
  return {
    is: "open",
    divergence: {
      pointer,
      ...said("before", before),
      ...said("mine", mine),
      ...said("theirs", theirs),
      changedBy,
    },
  };
};

const isLines = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.every((entry) => isFields(entry));

/** Lines by which line of the earlier list they were made of; what both added alike is one line. */
const lines = (
  before: readonly Fields[],
  mine: readonly Fields[],
  theirs: readonly Fields[],
  pointer: string,
): Node => {
  const [ofMine, ofTheirs] = [matched(before, mine), matched(before, theirs)];
  const madeOf = (list: readonly Fields[], pairs: ReadonlyMap<number, number>, earlier: number) =>
    list.find((_, n) => pairs.get(n) === earlier);
  const added = (list: readonly Fields[], pairs: ReadonlyMap<number, number>) =>
    list.filter((_, n) => !pairs.has(n));
  const theirsAdded = [...added(theirs, ofTheirs)];
  const mineAdded = added(mine, ofMine).map((line) => {
    const same = theirsAdded.findIndex((other) => isSame(line, other));
    return [undefined, line, same < 0 ? undefined : theirsAdded.splice(same, 1)[0]] as const;
  });
  const rows = [
    ...before.map((line, n) => [line, madeOf(mine, ofMine, n), madeOf(theirs, ofTheirs, n)] as const),
    ...mineAdded,
    ...theirsAdded.map((line) => [undefined, undefined, line] as const),
  ];
  return {
    is: "lines",
    lines: rows.map(([earlier, one, other], n) => nodeOf(earlier, one, other, `${pointer}/${n}`, "")),
  };
};

const nodeOf = (before: unknown, mine: unknown, theirs: unknown, pointer: string, name: string): Node => {
  if (unordered.has(pointer) && isLines(before) && isLines(mine) && isLines(theirs))
    return lines(before, mine, theirs, pointer);
  if (wholes.has(name) || !isFields(before) || !isFields(mine) || !isFields(theirs))
    return leaf(before, mine, theirs, pointer);
  const names = [...new Set([...namesOf(before, mine), ...namesOf(before, theirs)])];
  return {
    is: "fields",
    fields: names.map((each) => [
      each,
      nodeOf(before[each], mine[each], theirs[each], `${pointer}/${escaped(each)}`, each),
    ]),
  };
};

const divergencesIn = (node: Node): readonly Divergence[] => {
  switch (node.is) {
    case "settled":
      return [];
    case "open":
      return [node.divergence];
    case "fields":
      return node.fields.flatMap(([, each]) => divergencesIn(each));
    case "lines":
      return node.lines.flatMap(divergencesIn);
  }
};

const resolvedOf = (node: Node, choose: (divergence: Divergence) => Chosen): unknown => {
  switch (node.is) {
    case "settled":
      return node.value;
    case "open":
      return node.divergence[choose(node.divergence)];
    case "fields":
      return Object.fromEntries(
        node.fields
          .map(([name, each]) => [name, resolvedOf(each, choose)] as const)
          .filter(([, value]) => value !== undefined),
      );
    case "lines":
      return node.lines.map((each) => resolvedOf(each, choose)).filter((each) => each !== undefined);
  }
};

/**
 * Two texts that were made of the same one, at once and without knowledge of each other, as one person sees it: field by
 * field what either changed. What only one of them changed is shown as well: together it may say what nobody means.
 */
export const reconcile = (before: Fields, mine: Fields, theirs: Fields): Reconciliation => {
  const whole = nodeOf(before, mine, theirs, "", "");
  return {
    divergences: divergencesIn(whole),
    resolved: (choose) => resolvedOf(whole, choose),
  };
};
