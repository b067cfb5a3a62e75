import { administrationItem, listAdministrations } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { contactPointsOf } from "../../../shared/adapters/records/contact-points.ts";
import type { administrations } from "../../../shared/contract/administrations.ts";
import {
  type Administration,
  type AdministrationState,
  mayBecome,
} from "../../../shared/domain/administration.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Answer, Command, Read, Request } from "../../runtime/request.ts";
import { inTheirTrail } from "./their-trail.ts";
import { administrationAnswer, assertCurrentAdministration, loadAdministration, row } from "./view.ts";

type Contract = typeof administrations;

const put = (current: Administration, change: Partial<Administration>, now: Date) => ({
  put: administrationItem({
    ...current,
    ...change,
    revision: current.revision + 1,
    changedAt: now.toISOString(),
  }),
  when: { equals: { revision: current.revision } },
});

/** Whoever could not come in while suspended is not held to have stayed away. */
const stateChange = (state: AdministrationState, now: Date): Partial<Administration> =>
  state === "active" ? { state, reinstatedAt: now.toISOString() } : { state };

/** What an administration's contact point and the secretariat's operators do with an administration. */
export const managing = ({ store }: { readonly store: RecordStore }) => {
  const render = async (
    code: string,
    { circumstances: { now } }: Pick<Request, "circumstances">,
  ): Promise<Answer> => administrationAnswer(store, await loadAdministration(store, code), now);

  /** A state may follow on others as well: what is set up becomes active by being so, not because somebody says it. */
  const become = (
    action: string,
    from: AdministrationState,
    state: AdministrationState,
  ): Command<Contract["suspend"]> => ({
    perform: async (request) => {
      const { params, body, circumstances } = request;
      const current = await loadAdministration(store, params.code);
      assertCurrentAdministration(request, current);
      if (current.state !== from || !mayBecome(from, state) || current.kind === "secretariat")
        throw new Problem("conflict", `${current.name} is ${current.state} and cannot become ${state}.`);
      await commit(store, circumstances, {
        action,
        subject: params.code,
        detail: { reason: body.reason },
        steps: [
          put(current, stateChange(state, circumstances.now), circumstances.now),
          // The reason was written for the secretariat.
          ...inTheirTrail(params.code, circumstances, { action }),
        ],
      });
      return { subject: params.code };
    },
    render,
  });

  const list: Read<Contract["list"]> = async ({ query, caller, circumstances }) => {
    const binding = [caller.id, "administrations"];
    const page = await listAdministrations(store, query.limit, positionOf(query.cursor, binding));
    const lists = await contactPointsOf(store, page.items);
    const now = circumstances.now.toISOString();
    const rows = page.items.flatMap((administration, n) => {
      const points = lists[n];
      return points === undefined ? [] : [row(administration, points, now)];
    });
    return pageAnswer(rows, page.more ? page.items.at(-1)?.code : undefined, binding);
  };

  const get: Read<Contract["get"]> = async (request) => {
    const { params, caller } = request;
    if (params.code !== caller.administration && !may(caller, "administrations.read")) throw unknown();
    return render(params.code, request);
  };

  const update: Read<Contract["update"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    if (params.code !== caller.administration) throw unknown();
    const current = await loadAdministration(store, params.code);
    assertCurrentAdministration(request, current);
    await commit(store, circumstances, {
      action: "administrations.update",
      subject: params.code,
      steps: [put(current, body, circumstances.now)],
    });
    return render(params.code, request);
  };

  const retryProvisioning: Command<Contract["retryProvisioning"]> = {
    perform: async ({ params, circumstances }) => {
      const current = await loadAdministration(store, params.code);
      if (!["provisioning-failed", "approved", "provisioning"].includes(current.state))
        throw new Problem("conflict", `${current.name} is ${current.state}: nothing is left to be made.`);
      await commit(store, circumstances, {
        action: "administrations.retry-provisioning",
        subject: params.code,
        steps: [],
        outbox: [{ kind: "provision-administration", administration: params.code }],
      });
      return { subject: params.code };
    },
    render,
  };

  return {
    list,
    get,
    update,
    suspend: become("administrations.suspend", "active", "suspended"),
    reinstate: become("administrations.reinstate", "suspended", "active"),
    retryProvisioning,
  };
};
