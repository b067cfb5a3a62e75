import { alertByReference, headKey } from "../../../shared/adapters/records/alert-places.ts";
import { commit, inTrailOf, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { parsedIfAny } from "../../../shared/adapters/records/parsed.ts";
import { getHold, holdItem, holdKey, listHolds } from "../../../shared/adapters/records/party-holds.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import type { HoldView } from "../../../shared/contract/party-requests.ts";
import { AlertHead } from "../../../shared/domain/alert.ts";
import { PartyHold, untilRefusal } from "../../../shared/domain/party-hold.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { cursorOf, positionOf } from "../../runtime/cursor.ts";
import type { Command, Read } from "../../runtime/request.ts";

type Contract = typeof alerts;

export const heldRefusal = ({ until }: PartyHold): Problem =>
  new Problem(
    "conflict",
    `They are held for proceedings until ${until.slice(0, 10)}; nothing is erased before.`,
  );

const viewOf = ({ by: _, alert: __, ...view }: PartyHold): HoldView => view;

/** Names that may not be erased for a time. The secretariat holds them without being shown one. */
export const holdingParties = ({ store }: { readonly store: RecordStore }) => {
  const holds: Read<Contract["holds"]> = async ({ query, caller, circumstances }) => {
    const binding = [caller.id, "holds"];
    const page = await listHolds(store, circumstances.now, query.limit, positionOf(query.cursor, binding));
    await recordDisclosure(store, circumstances, {
      action: "alerts.holds",
      subject: "holds",
      detail: { rows: page.holds.length },
    });
    return {
      body: {
        items: page.holds.map(viewOf),
        nextCursor: page.next === undefined ? null : cursorOf(page.next, binding),
      },
    };
  };

  const hold: Command<Contract["hold"]> = {
    perform: async ({ body, caller, circumstances }) => {
      const { now } = circumstances;
      const id = await alertByReference(store, body.reference);
      const head = id === undefined ? undefined : parsedIfAny(AlertHead, await store.get(headKey(id)));
      if (head === undefined)
        throw invalid(
          "/reference",
          `No alert has the reference ${body.reference}. Look for a slip of the pen.`,
        );
      const before = await getHold(store, head.id, now);
      const isEnded = body.until === undefined;
      if (isEnded && before === undefined)
        throw new Problem("conflict", "The names of this alert are not held. To hold them, say until when.");
      const refusal = body.until === undefined ? undefined : untilRefusal(body.until, now);
      if (refusal !== undefined) throw invalid("/until", refusal);
      const at = now.toISOString();
      const until = body.until ?? at;
      const detail = { reference: head.reference, until };
      await commit(store, circumstances, {
        action: isEnded ? "alerts.end-hold" : "alerts.hold",
        subject: head.id,
        detail,
        steps: [
          {
            put: holdItem({
              alert: head.id,
              reference: head.reference,
              administration: head.administration,
              until,
              reason: body.reason,
              by: caller.id,
              at,
            }),
            ...(before === undefined ? {} : { when: { equals: { until: before.until } } }),
          },
          ...inTrailOf(head.administration, circumstances, {
            actor: "secretariat",
            action: isEnded ? "alerts.hold-ended" : "alerts.held",
            subject: head.id,
            detail,
          }),
        ],
      });
      return { subject: head.id };
    },
    render: async (id) => {
      const stored = parsedIfAny(PartyHold, await store.get(holdKey(id)));
      if (stored === undefined) throw new Problem("conflict", "What was held was erased since.");
      return { body: viewOf(stored), location: "/v1/holds" };
    },
  };

  return { holds, hold };
};
