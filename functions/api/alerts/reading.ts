import { readKey } from "../../../shared/adapters/records/alerts.ts";
import { auditItem, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { ConditionFailed, type RecordStore } from "../../../shared/domain/record-store.ts";
import { isHeld, type Read, type Request } from "../../runtime/request.ts";
import { reach } from "./access.ts";
import { draftAnswer, releasedAnswer } from "./answering.ts";

type Contract = typeof alerts;

export const reading = ({ store }: { readonly store: RecordStore }) => {
  const get: Read<Contract["get"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const found = await reach(store, caller, params.id, circumstances.now);
    if ("draft" in found) {
      const answer = await draftAnswer(store, found, circumstances.now);
      if (!isHeld(request, answer))
        await recordDisclosure(store, circumstances, {
          action: "alerts.get",
          subject: params.id,
          ...(found.side === "reviewer" ? { detail: { state: found.draft.state } } : {}),
        });
      return answer;
    }
    const { head, side, isAddressed } = found;
    // Who reviews it without being addressed is in the trail, and no line of the ledger.
    const answer = await releasedAnswer(store, found, circumstances.now);
    if (!isHeld(request, answer))
      await noteReading(head.id, head.version, side !== "author" && isAddressed, caller, circumstances);
    return answer;
  };

  /** The trail says who read; the ledger, when the administration read first, and which version last. */
  const noteReading = async (
    id: string,
    version: number,
    inLedger: boolean,
    caller: Request<Contract["get"]>["caller"],
    circumstances: Request["circumstances"],
  ): Promise<void> => {
    const about = { action: "alerts.get", subject: id, detail: { version } };
    const at = circumstances.now.toISOString();
    const key = readKey(id, caller.administration);
    const earlier = inLedger ? await store.get(key) : undefined;
    if (!inLedger || (earlier !== undefined && Number(earlier["version"] ?? 1) >= version))
      return recordDisclosure(store, circumstances, about);
    try {
      await store.transact([
        {
          put: {
            ...key,
            schema: 1,
            administration: caller.administration,
            at: earlier?.["at"] ?? at,
            version,
          },
          when: earlier === undefined ? { absent: true } : { present: true },
        },
        {
          put: auditItem({
            id: circumstances.newId(),
            at,
            administration: circumstances.administration,
            actor: circumstances.actor,
            ...about,
          }),
        },
      ]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      await recordDisclosure(store, circumstances, about);
    }
  };

  return { get };
};
