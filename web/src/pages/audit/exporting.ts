import * as z from "zod/mini";
import { audit } from "../../../../shared/contract/audit.ts";
import { call } from "../../api/api.ts";
import { pause, walk } from "./walk.ts";
import { createWork } from "./work.ts";

/** Lines as they are stored: one that was damaged is evidence, and is neither refused nor tidied here. */
const asStored = {
  ...audit.export,
  response: z.object({ items: z.array(z.unknown()), nextCursor: z.nullable(z.string()) }),
};
type Page = z.infer<typeof asStored.response>;

/** The first line of an export says how far it goes. */
const Beginning = z.object({ kind: z.literal("trail"), from: z.number(), to: z.number() });
const Entry = z.object({ kind: z.literal("entry") });

/** What of a trail is here so far. A part is the lines of one page, which the browser need not keep in its memory. */
export interface Exported {
  readonly entries: number;
  readonly total: number;
  readonly parts: readonly Blob[];
  readonly nextCursor: string | undefined;
}

export const nothingExported: Exported = { entries: 0, total: 0, parts: [], nextCursor: undefined };

export const withPage = (before: Exported, { items, nextCursor }: Page): Exported => {
  const beginning = Beginning.safeParse(items[0]).data;
  return {
    entries: before.entries + items.filter((item) => Entry.safeParse(item).success).length,
    total: beginning === undefined ? before.total : beginning.to - beginning.from + 1,
    parts: [...before.parts, new Blob(items.map((item) => `${JSON.stringify(item)}\n`))],
    nextCursor: nextCursor ?? undefined,
  };
};

export const trailExport = createWork<Exported>();

/** Fetches the whole of the own trail as it is now; from what is there already where it goes on after a failure. */
export const fetchTrail = (owner: string, from: Exported = nothingExported): Promise<void> =>
  trailExport.start({
    owner,
    from,
    run: (tell, signal) => {
      let exported = from;
      return walk({
        ask: async (cursor) => (await call(asStored, { query: { cursor } }, { signal })).data,
        take: (page) => {
          exported = withPage(exported, page);
          tell(exported);
        },
        from: from.nextCursor,
        signal,
        pause,
      });
    },
  });

export const fileOf = ({ parts }: Exported): Blob => new Blob([...parts], { type: "application/jsonl" });
