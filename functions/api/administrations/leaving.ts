import { administrationItem } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { membershipChange, membershipsOf } from "../../../shared/adapters/records/groups.ts";
import type { administrations } from "../../../shared/contract/administrations.ts";
import { mayBecome } from "../../../shared/domain/administration.ts";
import { isOpen, removed } from "../../../shared/domain/group.ts";
import { invalid, Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Command } from "../../runtime/request.ts";
import { stillInOffice } from "../users/access.ts";
import { administrationAnswer, assertCurrentAdministration, loadAdministration } from "./view.ts";

/** Each takes two of a transaction's 100 actions; the worker that lets go of the rest ends what is over. */
const ENDED_AT_ONCE = 40;

/** An administration's contact point takes it out of the exchange. What it gave and did stays; its people are refused. */
export const leaving = ({ store }: { readonly store: RecordStore }) => {
  const leave: Command<(typeof administrations)["leave"]> = {
    perform: async (request) => {
      const { params, body, caller, circumstances } = request;
      if (params.code !== caller.administration) throw unknown();
      const current = await loadAdministration(store, params.code);
      assertCurrentAdministration(request, current);
      if (body.code !== params.code)
        throw invalid("/code", `Write ${params.code}, the code of your own administration, to leave.`);
      if (current.kind === "secretariat" || !mayBecome(current.state, "left"))
        throw new Problem("conflict", `${current.name} is ${current.state} and cannot leave.`);
      const at = circumstances.now.toISOString();
      const open = (await membershipsOf(store, params.code)).filter(isOpen);
      await commit(store, circumstances, {
        action: "administrations.leave",
        subject: params.code,
        detail: { groups: open.length },
        steps: [
          {
            put: administrationItem({
              ...current,
              state: "left",
              leftAt: at,
              revision: current.revision + 1,
              changedAt: at,
            }),
            when: { equals: { revision: current.revision } },
          },
          stillInOffice(caller),
          ...open
            .slice(0, ENDED_AT_ONCE)
            .flatMap((membership) => membershipChange(membership, removed(membership, at))),
        ],
        outbox: [{ kind: "let-go-administration", administration: params.code }],
      });
      return { subject: params.code };
    },
    render: async (code, { circumstances: { now } }) =>
      administrationAnswer(store, await loadAdministration(store, code), now),
  };

  return { leave };
};
