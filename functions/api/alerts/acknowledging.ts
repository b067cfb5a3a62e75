import {
  acknowledgementKey,
  ledgerItems,
  toAcknowledgeKey,
} from "../../../shared/adapters/records/alerts.ts";
import { commit, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { membersOf } from "../../../shared/adapters/records/groups.ts";
import { parsedIfAny } from "../../../shared/adapters/records/parsed.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { Acknowledgement, type LedgerLine } from "../../../shared/domain/acknowledgement.ts";
import type { AlertHead } from "../../../shared/domain/alert.ts";
import { recipients } from "../../../shared/domain/audience.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assertCurrent, type Read } from "../../runtime/request.ts";
import { seen } from "./access.ts";

type Contract = typeof alerts;

export const acknowledging = ({ store }: { readonly store: RecordStore }) => {
  /**
   * Lines by administration: to the author of everybody addressed, also of those who did nothing yet; to others of their
   * own. Who acknowledged is told to the own administration alone.
   */
  const ledger = async (head: AlertHead, reader: AdministrationCode) => {
    const isAuthor = head.administration === reader;
    const [{ acknowledgements, reads, deliveries }, members] = await Promise.all([
      ledgerItems(store, head.id, isAuthor ? undefined : reader),
      isAuthor ? membersOf(store, head.group) : [],
    ]);
    const what = { ...head, author: head.administration };
    const codes = new Set([
      ...(isAuthor ? recipients(what, members).filter((code) => code !== reader) : []),
      ...[...acknowledgements, ...reads, ...deliveries].map(({ administration }) => administration),
    ]);
    return [...codes].sort().map((administration): LedgerLine => {
      const handed = deliveries.filter((each) => each.administration === administration);
      const handedOverAt = handed.map(({ at }) => at).sort()[0];
      const readAt = reads.find((each) => each.administration === administration)?.at;
      const acknowledgement = acknowledgements.find((each) => each.administration === administration);
      return {
        administration,
        endpoints: handed.reduce((sum, { to }) => sum + to, 0),
        ...(handedOverAt === undefined ? {} : { handedOverAt }),
        ...(readAt === undefined ? {} : { readAt }),
        ...(acknowledgement === undefined
          ? {}
          : {
              acknowledgement: {
                result: acknowledgement.result,
                at: acknowledgement.at,
                ...(acknowledgement.note === undefined ? {} : { note: acknowledgement.note }),
                ...(administration === reader ? { by: acknowledgement.by } : {}),
              },
            }),
      };
    });
  };

  const acknowledge: Read<Contract["acknowledge"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    const head = await seen(store, caller, params.id, circumstances.now);
    if (head.administration === caller.administration)
      throw new Problem(
        "conflict",
        "Your own administration issued this alert; there is nothing to acknowledge.",
      );
    const key = acknowledgementKey(head.id, caller.administration);
    const earlier = parsedIfAny(Acknowledgement, await store.get(key));
    const at = circumstances.now.toISOString();
    if (earlier !== undefined) {
      if (request.ifMatch === undefined)
        throw new Problem(
          "precondition-required",
          `Acknowledged already at ${earlier.at} as ${earlier.result}. To change that, send If-Match with its time.`,
        );
      assertCurrent(request, earlier.at);
    }
    const acknowledgement: Acknowledgement = {
      ...body,
      administration: caller.administration,
      at,
      by: caller.id,
    };
    await commit(store, circumstances, {
      action: "alerts.acknowledge",
      subject: head.id,
      detail: { result: body.result },
      steps: [
        {
          put: { ...key, schema: 1, ...acknowledgement },
          when: earlier === undefined ? { absent: true } : { equals: { at: earlier.at } },
        },
        { delete: toAcknowledgeKey(caller.administration, head.position) },
      ],
    });
    const [line] = await ledger(head, caller.administration);
    return { body: line, etag: at };
  };

  const acknowledgements: Read<Contract["acknowledgements"]> = async ({ params, caller, circumstances }) => {
    const head = await seen(store, caller, params.id, circumstances.now);
    const items = await ledger(head, caller.administration);
    await recordDisclosure(store, circumstances, {
      action: "alerts.acknowledgements",
      subject: head.id,
      detail: { rows: items.length },
    });
    const own = items.find(({ administration }) => administration === caller.administration)?.acknowledgement;
    return { body: { items }, ...(own === undefined ? {} : { etag: own.at }) };
  };

  return { acknowledge, acknowledgements };
};
