/** Address of an item: partition and sort key, as data-model.md lists them. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What a condition may compare with. */
export type Scalar = string | number | boolean;

/** A stored item. `gsi1pk`/`gsi1sk` place it in the state index; `expiresAt` (epoch seconds) lets the table clean it up. */
export type Item = Key & { readonly [attribute: string]: unknown };

/** What must hold for a write to happen; checked by the store at the moment of writing. */
export type Condition =
  | { readonly absent: true }
  | { readonly present: true }
  | { readonly equals: Readonly<Record<string, Scalar>> };

/** One action of a transaction. `cause` is what the caller is told when its condition fails. */
export type Write =
  | { readonly put: Item; readonly when?: Condition }
  | { readonly delete: Key; readonly when?: Condition }
  | { readonly check: Key; readonly when: Condition };

/** Which part of a partition to read, in the order of its sort keys. */
export interface Query {
  readonly pk: string;
  readonly index?: "gsi1";
  readonly prefix?: string;
  /** Only sort keys after this one, in reading direction. */
  readonly after?: string;
  readonly newestFirst?: boolean;
  readonly limit?: number;
  /** Read what was just written; not possible on an index. */
  readonly consistent?: boolean;
}

export interface Page {
  readonly items: readonly Item[];
  /** True when there may be more after the last item. */
  readonly more: boolean;
}

/** A transaction was refused: which of its actions' conditions did not hold, by position. Nothing was written. */
export class ConditionFailed extends Error {
  readonly failed: readonly number[];

  constructor(failed: readonly number[]) {
    super(`Condition failed on action ${failed.join(", ")}`);
    this.name = "ConditionFailed";
    this.failed = failed;
  }
}

/** A number in an item that is only ever added to; at its most, not even that. */
export interface Tally {
  readonly name: string;
  readonly most: number;
}

/** What a store's tallies are, in the order asked, after one was added to each or, where one was at its most, to none. */
export interface Tallied {
  readonly added: boolean;
  readonly counts: readonly number[];
}

/** Where the exchange keeps its items. There is no scan: every read names a partition. */
export interface RecordStore {
  /** Consistent read of one item. */
  get(key: Key): Promise<Item | undefined>;
  /** Consistent read of up to 100 items, in the order asked, holes where there is none. */
  getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  query(query: Query): Promise<Page>;
  /** All or nothing, up to 100 actions on different items. Throws {@link ConditionFailed}. */
  transact(writes: readonly Write[]): Promise<void>;
  /** Unconditional puts and deletes, in any order, each happening at least once; for work that is repeated until done. */
  writeMany(writes: readonly ({ readonly put: Item } | { readonly delete: Key })[]): Promise<void>;
  /**
   * Adds one to each tally of an item, which is made where there is none; to none of them where one is at its most
   * already: whatever is added at the same moment, none goes beyond. Tells what they are by then.
   */
  tally(key: Key, tallies: readonly Tally[], expiresAt: number): Promise<Tallied>;
}
