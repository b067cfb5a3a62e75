import { Administration } from "../../domain/administration.ts";
import type { AdministrationCode } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { parsed, parsedIfAny, parsedPage } from "./parsed.ts";

/** Administrations that a walk over all of them reads at once. */
const PAGE = 50;

export const administrationKey = (code: AdministrationCode): Key => ({ pk: `ADM#${code}`, sk: "PROFILE" });

export const administrationItem = (administration: Administration): Item => ({
  ...administrationKey(administration.code),
  gsi1pk: "ADM",
  gsi1sk: administration.code,
  schema: 1,
  ...administration,
});

/** The registry by which the authorizer trusts an issuer. */
export const issuerKey = (issuer: string): Key => ({ pk: `ISS#${issuer}`, sk: "ADM" });

export const issuerItem = (issuer: string, administration: AdministrationCode): Item => ({
  ...issuerKey(issuer),
  schema: 1,
  administration,
});

export const getAdministration = async (
  store: RecordStore,
  code: AdministrationCode,
): Promise<Administration | undefined> =>
  parsedIfAny(Administration, await store.get(administrationKey(code)));

/** Those of these that there are, by one read of many items. */
export const getAdministrations = async (
  store: RecordStore,
  codes: readonly AdministrationCode[],
): Promise<readonly Administration[]> =>
  (await store.getMany(codes.map(administrationKey)))
    .filter((item) => item !== undefined)
    .map((item) => parsed(Administration, item));

export const listAdministrations = (store: RecordStore, limit: number, after?: string) =>
  parsedPage(store, Administration, { pk: "ADM", index: "gsi1", limit, after });

/** Every administration, by code. Each is parsed by itself, and one that cannot be read is its error: it hides no other. */
export async function* everyAdministration(store: RecordStore): AsyncGenerator<Administration | Error> {
  let after: string | undefined;
  do {
    const position = after === undefined ? {} : { after };
    const { items, more } = await store.query({ pk: "ADM", index: "gsi1", limit: PAGE, ...position });
    for (const item of items) {
      const read = Administration.safeParse(item);
      yield read.success
        ? read.data
        : new Error(`The administration ${item.pk} cannot be read`, { cause: read.error });
    }
    after = more ? String(items.at(-1)?.["gsi1sk"]) : undefined;
  } while (after !== undefined);
}
