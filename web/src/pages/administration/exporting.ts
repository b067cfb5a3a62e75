import * as z from "zod/mini";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { audit } from "../../../../shared/contract/audit.ts";
import { call } from "../../api/api.ts";
import { pause, walk } from "../audit/walk.ts";
import { createWork } from "../audit/work.ts";

/** Lines of the trail as they are stored: one that was damaged is evidence, and is neither refused nor tidied here. */
const trailAsStored = {
  ...audit.export,
  response: z.object({ items: z.array(z.unknown()), nextCursor: z.nullable(z.string()) }),
};

/** What of the own records is here so far. A part is some of the file's text, which the browser need not keep in its memory. */
export interface Exported {
  readonly alerts: number;
  readonly entries: number;
  readonly parts: readonly Blob[];
}

const nothingExported: Exported = { alerts: 0, entries: 0, parts: [] };

export const recordsExport = createWork<Exported>();

const linesOf = (items: readonly unknown[]): Blob =>
  new Blob(items.map((item) => `${JSON.stringify(item)}\n`));

/** The own alerts of one list, read one by one: a list shows no more than what a row has. */
const ownAlerts = async (
  administration: string,
  status: "released" | "draft",
  signal: AbortSignal,
  take: (alert: unknown) => void,
): Promise<void> => {
  const ids: string[] = [];
  await walk({
    ask: async (cursor) =>
      (await call(alerts.list, { query: { status, limit: 100, cursor } }, { signal })).data,
    take: ({ items }) =>
      ids.push(...items.filter((row) => row.administration === administration).map(({ id }) => id)),
    signal,
    pause,
  });
  for (const id of ids) {
    const { data } = await call(alerts.get, { params: { id } }, { signal });
    signal.throwIfAborted();
    take(data);
  }
};

/**
 * Fetches what an administration has here of its own: each alert it wrote, as it is now, and its whole trail with what proves it. The
 * first lines of the file are alerts; the others are the ones that `npm run audit:verify` reads.
 */
export const fetchRecords = (administration: string): Promise<void> =>
  recordsExport.start({
    owner: administration,
    from: nothingExported,
    run: async (tell, signal) => {
      let exported = nothingExported;
      const add = (change: Partial<Exported>, part: Blob) => {
        exported = { ...exported, ...change, parts: [...exported.parts, part] };
        tell(exported);
      };
      const takeAlert = (alert: unknown) =>
        add({ alerts: exported.alerts + 1 }, linesOf([{ kind: "alert", alert }]));
      for (const status of ["released", "draft"] as const)
        await ownAlerts(administration, status, signal, takeAlert);
      await walk({
        ask: async (cursor) => (await call(trailAsStored, { query: { cursor } }, { signal })).data,
        take: ({ items }) => add({ entries: exported.entries + items.length }, linesOf(items)),
        signal,
        pause,
      });
    },
  });

export const fileOf = ({ parts }: Exported): Blob => new Blob([...parts], { type: "application/jsonl" });
