import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { countedStep } from "../../../shared/adapters/records/rate.ts";
import {
  countedAccount,
  systemAccountItem,
  systemClientItem,
} from "../../../shared/adapters/records/system-accounts.ts";
import type { systemAccounts } from "../../../shared/contract/system-accounts.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import type { Scope } from "../../../shared/domain/permissions.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import {
  isGood,
  MOST_SECRETS,
  rotated,
  type SystemAccount,
  type SystemClients,
} from "../../../shared/domain/system-account.ts";
import type { PersonCaller } from "../../../shared/domain/user.ts";
import type { Command } from "../../runtime/request.ts";
import { stillInOffice } from "../users/access.ts";
import { accountAnswer, assertChangeable, loadAccount } from "./access.ts";

type Contract = typeof systemAccounts;

interface Dependencies {
  readonly store: RecordStore;
  readonly systemClients: SystemClients;
}

/** Secrets that an administration is given; Cognito makes but a few a second for all of them together. */
const SECRETS = {
  limit: 30,
  refusal: "Your administration made thirty secrets in this hour. Wait for the next.",
};

/** Gives systems their secrets, each shown once. */
export const issuing = ({ store, systemClients }: Dependencies) => {
  const poolOf = async ({ administration }: PersonCaller): Promise<string> => {
    const pool = (await getAdministration(store, administration))?.pool;
    if (pool === undefined) throw new Error(`${administration} has no user pool`);
    return pool.userPoolId;
  };

  const countedSecret = ({ administration }: PersonCaller, now: Date) =>
    countedStep(store, `secrets of ${administration}`, now, SECRETS);

  /**
   * Makes a client, then does the work that writes it down. Until that is done nobody knows its secret and the authorizer knows no such
   * client; where it fails the client is removed, and where this function dies, by the upkeep.
   */
  const withClient = async (
    poolId: string,
    made: Id,
    scopes: readonly Scope[],
    work: (client: string) => Promise<string>,
  ) => {
    const { id, secret } = await systemClients.create(poolId, made, scopes);
    try {
      const subject = await work(id);
      return { subject, once: { credentials: { clientId: id, clientSecret: secret } } };
    } catch (error) {
      await systemClients.remove(poolId, id).catch((failure: unknown) => console.error(failure));
      throw error;
    }
  };

  const create: Command<Contract["create"]> = {
    perform: async ({ body, caller, circumstances }) => {
      const { now, newId } = circumstances;
      const { administration } = caller;
      // First, so that one over a limit makes nothing in the pool.
      const counted = [await countedAccount(store, administration, 1), await countedSecret(caller, now)];
      const poolId = await poolOf(caller);
      const tokenEndpoint = await systemClients.ensureTokenEndpoint(poolId);
      return withClient(poolId, newId(), body.scopes, async (client) => {
        const at = now.toISOString();
        const account: SystemAccount = {
          ...body,
          id: newId(),
          administration,
          tokenEndpoint,
          clients: [{ id: client, createdAt: at }],
          createdBy: caller.id,
          revision: 1,
          createdAt: at,
          changedAt: at,
        };
        await commit(store, circumstances, {
          action: "system-accounts.create",
          subject: account.id,
          detail: { scopes: account.scopes.join(" "), client },
          steps: [
            { put: systemAccountItem(account), when: { absent: true } },
            { put: systemClientItem(account, client), when: { absent: true } },
            ...counted,
            stillInOffice(caller),
          ],
        });
        return account.id;
      });
    },
    render: async (id, { caller }) => ({
      ...accountAnswer(await loadAccount(store, caller, id)),
      location: `/v1/system-accounts/${id}`,
    }),
  };

  const rotate: Command<Contract["rotate"]> = {
    perform: async (request) => {
      const { params, body, caller, circumstances } = request;
      const { now, newId } = circumstances;
      const current = await loadAccount(store, caller, params.id);
      assertChangeable(request, current);
      const good = current.clients.filter((client) => isGood(client, now));
      if (body.overlapDays > 0 && good.length >= MOST_SECRETS)
        throw new Problem(
          "conflict",
          `${current.name} has ${good.length} secrets that are good. Wait until one has ended, or end them all now with overlapDays 0.`,
        );
      const counted = await countedSecret(caller, now);
      return withClient(await poolOf(caller), newId(), current.scopes, async (client) => {
        const next = rotated(current, client, { now, overlap: body.overlapDays });
        await commit(store, circumstances, {
          action: "system-accounts.rotate",
          subject: next.id,
          detail: { client, overlapDays: body.overlapDays },
          steps: [
            { put: systemAccountItem(next), when: { equals: { revision: current.revision } } },
            { put: systemClientItem(next, client), when: { absent: true } },
            counted,
            stillInOffice(caller),
          ],
        });
        return next.id;
      });
    },
    render: async (id, { caller }) => accountAnswer(await loadAccount(store, caller, id)),
  };

  return { create, rotate };
};
