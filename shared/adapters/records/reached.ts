import type { AlertContent, AlertHead } from "../../domain/alert.ts";
import { recipients, type Scope, scopeFor } from "../../domain/audience.ts";
import type { AdministrationCode } from "../../domain/identifiers.ts";
import type { RecordStore } from "../../domain/record-store.ts";
import { ledgerItems, versionsUpTo } from "./alerts.ts";
import { membersOf } from "./groups.ts";

/** Whom any version of an alert reached, and where it is listed. */
export interface ReachedByAny {
  /** All of them, the author's administration first. */
  readonly administrations: readonly AdministrationCode[];
  readonly scopes: readonly Scope[];
  /** Where one of them finds its row. */
  readonly scopeOf: (administration: AdministrationCode) => Scope;
  /** What each version said, the newest last. */
  readonly contents: readonly AlertContent[];
}

/** Everybody whom any version reached: by its audience, or because the ledger says that they were told, read or acknowledged it. */
export const reachedByAny = async (store: RecordStore, head: AlertHead): Promise<ReachedByAny> => {
  const [versions, members, ledger] = await Promise.all([
    versionsUpTo(store, head.id, head.version),
    membersOf(store, head.group),
    ledgerItems(store, head.id, undefined),
  ]);
  const author = head.administration;
  const scopeOf = new Map<AdministrationCode, Scope>([[author, `${head.group}#${author}`]]);
  const scopes = new Set<Scope>(scopeOf.values());
  for (const { content, releasedAt } of versions) {
    const what = { ...head, author, audience: content.audience };
    const to = [what, { ...what, releasedAt }].flatMap((each) => recipients(each, members));
    for (const code of to) {
      const scope = scopeFor(what, code);
      scopes.add(scope);
      if (code !== author) scopeOf.set(code, scope);
    }
  }
  const { acknowledgements, reads, deliveries } = ledger;
  for (const { administration } of [...acknowledgements, ...reads, ...deliveries])
    if (!scopeOf.has(administration)) scopeOf.set(administration, `${head.group}#${administration}`);
  return {
    administrations: [...scopeOf.keys()],
    scopes: [...scopes],
    scopeOf: (administration) => scopeOf.get(administration) ?? `${head.group}#${administration}`,
    contents: versions.map(({ content }) => content),
  };
};
