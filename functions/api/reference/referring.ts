import { createHash } from "node:crypto";
import {
  type ReferenceEntry,
  type ReferenceList,
  type ReferenceListName,
  type reference,
  referenceLists,
} from "../../../shared/contract/reference.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import { searchOptions } from "../../../shared/reference/code-search.ts";
import { searchHsIn } from "../../../shared/reference/hs-search.ts";
import type { Read } from "../../runtime/request.ts";
import { definitions, type ReadData } from "./lists.ts";

type Contract = typeof reference;

interface Loaded {
  readonly about: ReferenceList;
  readonly entries: readonly ReferenceEntry[];
  readonly search: (text: string, limit: number) => readonly ReferenceEntry[];
}

/** A private cache may keep a version for a year: nothing under it ever changes. */
const A_YEAR = "private, max-age=31536000, immutable";

const digest = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);

const searchOf = (list: ReferenceListName, entries: readonly ReferenceEntry[]): Loaded["search"] => {
  if (list === "hs-2022") {
    const names = new Map(entries.map(({ code, names }) => [code, names["en"] ?? code]));
    const byCode = new Map(entries.map((entry) => [entry.code, entry]));
    return (text, limit) => searchHsIn(names, text, limit).flatMap(({ code }) => byCode.get(code) ?? []);
  }
  const options = entries.map((entry) => ({
    entry,
    code: entry.code,
    name: entry.names["en"] ?? entry.code,
    words: [...Object.values(entry.names), entry.words ?? ""].join(" "),
  }));
  return (text, limit) => searchOptions(options, text, limit).map(({ entry }) => entry);
};

/** The code lists that alerts are written with: read once by each instance, then answered from memory. */
export const referring = ({ readData }: { readonly readData: ReadData }) => {
  const loaded = new Map<ReferenceListName, Promise<Loaded>>();

  const load = async (list: ReferenceListName): Promise<Loaded> => {
    const { about, entries: made } = definitions[list];
    const entries = await made(readData);
    return {
      about: { list, version: digest({ about, entries }), ...about },
      entries,
      search: searchOf(list, entries),
    };
  };
  const get = (list: ReferenceListName): Promise<Loaded> => {
    const found = loaded.get(list) ?? load(list);
    loaded.set(list, found);
    return found;
  };

  const lists: Read<Contract["lists"]> = async () => {
    const items = (await Promise.all(referenceLists.map(get))).map(({ about }) => about);
    return { body: { items }, etag: digest(items), cacheControl: "private, max-age=300" };
  };

  const list: Read<Contract["list"]> = async ({ params, query }) => {
    const { about, entries, search } = await get(params.list);
    const { version, q, limit } = query;
    if (version !== undefined && version !== about.version) {
      const detail = `The version of ${about.list} is ${about.version} now: ask for that one, or leave the version out.`;
      throw new Problem("malformed", detail, [{ pointer: "version", detail }]);
    }
    const items = q === undefined ? entries : search(q, limit);
    return {
      body: { ...about, items },
      etag: q === undefined ? about.version : `${about.version}-${digest([q, limit])}`,
      cacheControl: version === undefined ? "private, max-age=300" : A_YEAR,
    };
  };

  return { lists, list };
};
