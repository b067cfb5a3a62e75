import {
  type Condition,
  ConditionFailed,
  type Item,
  type Key,
  type RecordStore,
  type Write,
} from "../../domain/record-store.ts";

const address = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

const holds = (condition: Condition | undefined, item: Item | undefined): boolean => {
  if (condition === undefined) return true;
  if ("absent" in condition) return item === undefined;
  if ("present" in condition) return item !== undefined;
  return (
    item !== undefined && Object.entries(condition.equals).every(([name, value]) => item[name] === value)
  );
};

/** DynamoDB drops undefined attributes and hands out copies; so does this. */
const copy = (item: Item): Item => JSON.parse(JSON.stringify(item));

const target = (write: Write): Key =>
  "put" in write ? write.put : "delete" in write ? write.delete : write.check;

/** The store in memory: for tests of everything that stands on the port, held to it by the same contract suite. */
export const memoryRecordStore = (): RecordStore & { readonly items: () => readonly Item[] } => {
  const items = new Map<string, Item>();
  const apply = (write: Write): void => {
    if ("put" in write) items.set(address(write.put), copy(write.put));
    else if ("delete" in write) items.delete(address(write.delete));
  };
  const get: RecordStore["get"] = async (key) => {
    const item = items.get(address(key));
    return item && copy(item);
  };
  return {
    items: () => [...items.values()].map(copy),
    get,
    getMany: (keys) => Promise.all(keys.map(get)),
    query: async ({ pk, index, prefix = "", after, newestFirst = false, limit }) => {
      const [hash, range] = index === undefined ? (["pk", "sk"] as const) : (["gsi1pk", "gsi1sk"] as const);
      const sortKey = (item: Item): string => String(item[range]);
      const found = [...items.values()]
        .filter((item) => item[hash] === pk && sortKey(item).startsWith(prefix))
        .filter(
          (item) => after === undefined || (newestFirst ? sortKey(item) < after : sortKey(item) > after),
        )
        .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1) * (newestFirst ? -1 : 1));
      const page = limit === undefined ? found : found.slice(0, limit);
      return { items: page.map(copy), more: page.length < found.length };
    },
    transact: async (writes) => {
      const addresses = writes.map((write) => address(target(write)));
      if (writes.length > 100 || new Set(addresses).size !== addresses.length)
        throw new RangeError("A transaction holds up to 100 actions, each on an item of its own");
      const failed = writes.flatMap((write, position) =>
        holds(write.when, items.get(address(target(write)))) ? [] : [position],
      );
      if (failed.length > 0) throw new ConditionFailed(failed);
      writes.forEach(apply);
    },
    writeMany: async (writes) => writes.forEach(apply),
    tally: async (key, tallies, expiresAt) => {
      const there = items.get(address(key)) ?? { pk: key.pk, sk: key.sk };
      const before = tallies.map(({ name }) => Number(there[name] ?? 0));
      const added = tallies.every(({ most }, n) => (before[n] ?? 0) < most);
      if (!added) return { added, counts: before };
      const counts = before.map((count) => count + 1);
      const changed = Object.fromEntries(tallies.map(({ name }, n) => [name, counts[n]]));
      items.set(address(key), { ...there, ...changed, expiresAt });
      return { added, counts };
    },
  };
};
