import { getVersion, listVersions } from "../../../shared/adapters/records/alerts.ts";
import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { userKey } from "../../../shared/adapters/records/users.ts";
import type { versions as contract } from "../../../shared/contract/alert-versions.ts";
import type { AlertHead, AlertVersion } from "../../../shared/domain/alert.ts";
import { differencesBetween } from "../../../shared/domain/differences.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { isHeld, type Read } from "../../runtime/request.ts";
import { type ReachedRelease, reach } from "./access.ts";

type Contract = typeof contract;

/** The first version is the release. */
const makerOf = ({ version, by }: AlertVersion, { releasedBy }: AlertHead): Id | undefined =>
  by ?? (version === 1 ? releasedBy : undefined);

/** To the author's administration, who of its people made them: one request, whatever their number. */
const peopleOf = async (
  store: RecordStore,
  { side, head }: ReachedRelease,
  versions: readonly AlertVersion[],
): Promise<ReadonlyMap<Id, string>> => {
  const ids = [...new Set(versions.flatMap((each) => makerOf(each, head) ?? []))];
  if (side !== "author" || ids.length === 0) return new Map();
  const found = await store.getMany(ids.map((id) => userKey(head.administration, id)));
  return new Map(ids.flatMap((id, n) => (found[n] === undefined ? [] : [[id, String(found[n]["name"])]])));
};

const lineOf = (made: AlertVersion, { side, head }: ReachedRelease, names: ReadonlyMap<Id, string>) => {
  const { version, releasedAt, change = { kind: "release" } } = made;
  const by = makerOf(made, head);
  const byName = by === undefined ? undefined : names.get(by);
  return {
    ...change,
    version,
    at: releasedAt,
    ...(side === "author" && by !== undefined ? { by } : {}),
    ...(byName === undefined ? {} : { byName }),
  };
};

/** The versions of a released alert: to whoever may read it now, and in no other way. */
export const versions = ({ store }: { readonly store: RecordStore }) => {
  /** A draft has none, and who is told so may read it. */
  const released = async (caller: Caller, id: Id, now: Date): Promise<ReachedRelease> => {
    const found = await reach(store, caller, id, now);
    if ("draft" in found) throw new Problem("conflict", "It has no versions before it is released.");
    return found;
  };

  const list: Read<Contract["versions"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const found = await released(caller, params.id, circumstances.now);
    const all = await listVersions(store, params.id);
    const names = await peopleOf(store, found, all);
    const items = all.map((each) => lineOf(each, found, names)).reverse();
    const answer = { body: { items }, etag: `versions-${found.head.version}` };
    if (!isHeld(request, answer))
      await recordDisclosure(store, circumstances, {
        action: "alerts.versions",
        subject: params.id,
        detail: { rows: items.length },
      });
    return answer;
  };

  const version: Read<Contract["version"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const found = await released(caller, params.id, circumstances.now);
    const [wanted, before] = await Promise.all([
      getVersion(store, params.id, params.version),
      getVersion(store, params.id, params.version - 1),
    ]);
    if (wanted === undefined) throw unknown();
    const { content } = wanted;
    const changes = before === undefined ? [] : differencesBetween(before.content, content);
    const answer = {
      body: { ...lineOf(wanted, found, await peopleOf(store, found, [wanted])), content, changes },
      etag: `version-${wanted.version}`,
    };
    if (!isHeld(request, answer))
      await recordDisclosure(store, circumstances, {
        action: "alerts.version",
        subject: params.id,
        detail: { version: wanted.version },
      });
    return answer;
  };

  return { versions: list, version };
};
