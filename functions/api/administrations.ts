import {
  administrationItem,
  contactPointsOf,
  getAdministration,
  listAdministrations,
} from "../../shared/adapters/records/administrations.ts";
import { commit } from "../../shared/adapters/records/change.ts";
import { administrations } from "../../shared/contract/administrations.ts";
import {
  type Administration,
  type AdministrationState,
  mayBecome,
} from "../../shared/domain/administration.ts";
import { may } from "../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../shared/domain/problem.ts";
import { pageAnswer, positionOf } from "../runtime/cursor.ts";
import { clock, newId, recordStore } from "../runtime/dependencies.ts";
import { type Answer, assertCurrent, type Command, type Request } from "../runtime/request.ts";
import { serve } from "../runtime/serve.ts";

const store = recordStore();

const publicPart = ({ code, kind, name, region, state, failure, createdAt, changedAt }: Administration) => ({
  code,
  kind,
  name,
  ...(region === undefined ? {} : { region }),
  state,
  ...(failure === undefined ? {} : { failure }),
  createdAt,
  changedAt,
});

const load = async (code: string): Promise<Administration> => {
  const administration = await getAdministration(store, code);
  if (administration === undefined) throw unknown();
  return administration;
};

const answer = async (administration: Administration): Promise<Answer> => ({
  body: {
    ...publicPart(administration),
    recognitionPhrase: administration.recognitionPhrase,
    contactPoints: await contactPointsOf(store, administration.code),
  },
  etag: String(administration.revision),
});

const put = (current: Administration, change: Partial<Administration>, now: Date) => ({
  put: administrationItem({
    ...current,
    ...change,
    revision: current.revision + 1,
    changedAt: now.toISOString(),
  }),
  when: { equals: { revision: current.revision } },
});

const become = (
  action: string,
  state: AdministrationState,
): Command<(typeof administrations)["suspend"]> => ({
  perform: async (request) => {
    const { params, body, circumstances } = request;
    const current = await load(params.code);
    assertCurrent(request, String(current.revision));
    if (!mayBecome(current.state, state) || current.kind === "secretariat")
      throw new Problem("conflict", `${current.name} is ${current.state} and cannot become ${state}.`);
    await commit(store, circumstances, {
      action,
      subject: params.code,
      detail: { reason: body.reason },
      steps: [put(current, { state }, circumstances.now)],
    });
    return { subject: params.code };
  },
  render: async (code) => answer(await load(code)),
});

export const handler = serve(
  administrations,
  {
    signIn: async ({ params }) => {
      const administration = await load(params.administration);
      const pool = administration.pool;
      // Suspended and active look alike to somebody who is not signed in.
      if (pool === undefined || administration.state === "left") throw unknown();
      const region = pool.userPoolId.split("_")[0];
      return {
        body: {
          administration: administration.code,
          region,
          userPoolId: pool.userPoolId,
          clientId: pool.clientId,
        },
      };
    },
    list: async ({ query, caller }) => {
      const binding = [caller.user.id, "administrations"];
      const page = await listAdministrations(store, query.limit, positionOf(query.cursor, binding));
      return pageAnswer(page.items.map(publicPart), page.more ? page.items.at(-1)?.code : undefined, binding);
    },
    get: async ({ params, caller }) => {
      if (params.code !== caller.administration && !may(caller.user.roles, "administrations.read"))
        throw unknown();
      return answer(await load(params.code));
    },
    update: async (request: Request<(typeof administrations)["update"]>) => {
      const { params, body, caller, circumstances } = request;
      if (params.code !== caller.administration) throw unknown();
      const current = await load(params.code);
      assertCurrent(request, String(current.revision));
      await commit(store, circumstances, {
        action: "administrations.update",
        subject: params.code,
        steps: [put(current, body, circumstances.now)],
      });
      return answer(await load(params.code));
    },
    suspend: become("administrations.suspend", "suspended"),
    reinstate: become("administrations.reinstate", "active"),
    retryProvisioning: {
      perform: async ({ params, circumstances }) => {
        const current = await load(params.code);
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
      render: async (code) => answer(await load(code)),
    },
  },
  { store, clock, newId },
);
