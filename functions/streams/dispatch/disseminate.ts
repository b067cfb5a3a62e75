import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import {
  acknowledgementKey,
  getRelease,
  pointerItem,
  toAcknowledgeItem,
  toAcknowledgeKey,
  versionsUpTo,
} from "../../../shared/adapters/records/alerts.ts";
import { membersOf } from "../../../shared/adapters/records/groups.ts";
import { postingWrites } from "../../../shared/adapters/records/postings.ts";
import { headAndRecall } from "../../../shared/adapters/records/recalls.ts";
import { type AlertHead, summarise } from "../../../shared/domain/alert.ts";
import { isTold } from "../../../shared/domain/alert-change.ts";
import { recipients, scopeFor, scopesOf } from "../../../shared/domain/audience.ts";
import type { Membership } from "../../../shared/domain/group.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import type { HandOver } from "../../../shared/domain/outbox.ts";
import {
  ConditionFailed,
  type Item,
  type RecordStore,
  type Write,
} from "../../../shared/domain/record-store.ts";
import { entomb } from "./entomb.ts";

/**
 * Whom a version is told, and asked, of: everybody whom it reaches; of a minor one, which tells nobody what they know
 * already, those to whom the alert is new, because they were named with it.
 */
const heardOf = async (
  store: RecordStore,
  { head, content, change, at }: Awaited<ReturnType<typeof getRelease>>,
  version: number,
  members: readonly Membership[],
): Promise<readonly AdministrationCode[]> => {
  const what = { ...head, author: head.administration, audience: content.audience, changedAt: at };
  const to = recipients(what, members);
  if (change === undefined || isTold(change)) return to;
  if (change.kind !== "revise") return [];
  const before = await getRelease(store, head.id, version - 1);
  const known = recipients({ ...what, audience: before.content.audience }, members);
  return to.filter((code) => !known.includes(code));
};

/** Rows of one transaction; DynamoDB takes a hundred actions. */
const ROWS = 24;

/** Writes rows of a version only as long as it is the current one, and not recalled. */
const writeWhile = async (
  store: RecordStore,
  { id, version, state }: AlertHead,
  writes: readonly Write[],
): Promise<void> => {
  for (let n = 0; n < writes.length; n += ROWS)
    await store.transact([
      { check: headKey(id), when: { equals: { version, state } } },
      ...writes.slice(n, n + ROWS),
    ]);
};

/**
 * Lists a release wherever its readers look, and answers with the hand-overs that then tell them: nobody hears of what is
 * not in the list yet. What is to be acknowledged comes before the pointer, so that no row is shown without its mark.
 */
export const disseminate = async (
  store: RecordStore,
  { alert, version }: Pick<HandOver, "alert" | "version">,
): Promise<readonly HandOver[]> => {
  const asked = await getRelease(store, alert, version);
  const { head } = asked;
  // What was recalled since is listed, and told, as that.
  if (head.state === "recalled") return [];
  // What is listed is the version of this moment, whichever one is dispatched: late or repeated, none is listed over a newer one.
  const { content } = await getRelease(store, alert, head.version);
  const what = { ...head, author: head.administration };
  const members = await membersOf(store, head.group);
  const to = recipients(what, members);

  const readers = to.filter((code) => code !== head.administration);
  const acknowledged = await store.getMany(readers.map((code) => acknowledgementKey(alert, code)));
  const asksSince = head.asksSince ?? 1;
  const isOpen = (item: Item | undefined): boolean =>
    head.state === "released" && (item === undefined || Number(item["version"] ?? 1) < asksSince);
  // Nothing is to be acknowledged any more of what was withdrawn or closed.
  const asking = readers.flatMap((code, n): readonly Write[] => {
    if (isOpen(acknowledged[n]))
      return [{ put: toAcknowledgeItem(code, head.position, scopeFor(what, code), asksSince) }];
    return head.state === "released" ? [] : [{ delete: toAcknowledgeKey(code, head.position) }];
  });

  const summary = summarise(head, content);
  const pointers = scopesOf(what, to).map((scope) => ({ put: pointerItem(scope, head.position, summary) }));
  const earlier = (await versionsUpTo(store, alert, head.version - 1)).map((each) => each.content);
  try {
    // Before the rows, so that whoever writes over those of a newer version finds out by the rows, and does that one's again.
    await store.writeMany(postingWrites(head, content, scopesOf(what, to), earlier));
    await writeWhile(store, head, asking);
    await writeWhile(store, head, pointers);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    // There is another version by now: that one is listed instead.
    const { recall } = await headAndRecall(store, alert);
    return recall === undefined ? disseminate(store, { alert, version }) : entomb(store, { alert });
  }
  // Recalled while its rows were written: they were written over what the recall left of them.
  if ((await headAndRecall(store, alert)).recall !== undefined) return entomb(store, { alert });
  const told = await heardOf(store, asked, version, members);
  return told.map((administration) => ({ alert, version, administration }));
};
