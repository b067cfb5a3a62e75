import { getVersion, listVersions } from "../../../shared/adapters/records/alerts.ts";
import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import type { versions as contract } from "../../../shared/contract/alert-versions.ts";
import type { AlertVersion } from "../../../shared/domain/alert.ts";
import { differencesBetween } from "../../../shared/domain/differences.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { isHeld, type Read } from "../../runtime/request.ts";
import { type ReachedRelease, reach } from "./access.ts";

type Contract = typeof contract;

const lineOf = (
  { version, releasedAt, by, change = { kind: "release" } }: AlertVersion,
  { side }: ReachedRelease,
) => ({
  ...change,
  version,
  at: releasedAt,
  ...(side === "author" && by !== undefined ? { by } : {}),
});

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
    const items = (await listVersions(store, params.id)).map((each) => lineOf(each, found)).reverse();
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
      body: { ...lineOf(wanted, found), content, changes },
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
