import { FetchError, JwtBaseError } from "aws-jwt-verify/error";
import type { JwksCache } from "aws-jwt-verify/jwk";
import * as z from "zod/mini";
import { getAdministration, issuerKey } from "../../shared/adapters/records/administrations.ts";
import { systemClientKey } from "../../shared/adapters/records/system-accounts.ts";
import type { Administration, SignInPool } from "../../shared/domain/administration.ts";
import type { RecordStore } from "../../shared/domain/record-store.ts";
import { ClientId } from "../../shared/domain/system-account.ts";
import type { Identity } from "../runtime/identity.ts";
import { verifying } from "./verifying.ts";

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

const Claimed = z.object({ iss: z.url(), client_id: z.optional(ClientId) });

/** Whose the token says it is and by which client: nothing to trust, only names to look up. */
const unverified = (token: string): z.infer<typeof Claimed> | undefined => {
  try {
    const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    return Claimed.safeParse(payload).data;
  } catch {
    return undefined;
  }
};

/** A session ends so long after the sign-in: a token that was refreshed at its end is not good for an hour more. */
const SESSION_SECONDS = 12 * 3600;

interface Dependencies {
  readonly store: RecordStore;
  readonly keys: JwksCache;
}

/**
 * Says who calls, and no more; undefined when that is not proven. The unverified issuer only looks the administration up in the registry,
 * the unverified client only whether it is a system's; then the token is verified against that administration's own pool, for that very
 * client. People come by the console's client alone and systems by their own: a token of the one kind by a client of the other is nobody's.
 * Rights and status are read by each function at each request. Throws when the registry or the pool's keys cannot be read: a fault of ours
 * is no refusal, else everybody would be signed out by it.
 */
export const identifying = ({ store, keys }: Dependencies) => {
  const verifierOf = verifying(keys);

  const person = async (token: string, { code, pool }: Registered): Promise<Identity | undefined> => {
    const { username, sub, exp, auth_time } = await verifierOf(pool.userPoolId, pool.clientId)(token);
    if (username === undefined) return undefined;
    const expires = Math.min(exp, (auth_time ?? exp) + SESSION_SECONDS);
    return { administration: code, username, subject: sub, expires: String(expires) };
  };

  const system = async (
    token: string,
    client: string,
    { code, pool }: Registered,
  ): Promise<Identity | undefined> => {
    const account = (await store.get(systemClientKey(code, client)))?.["account"];
    if (account === undefined) return undefined;
    const { username, sub, scope = "", exp } = await verifierOf(pool.userPoolId, client)(token);
    // A secret's own token is about nobody but its client.
    if (username !== undefined || sub !== client) return undefined;
    return { administration: code, systemAccount: String(account), client, scope, expires: String(exp) };
  };

  return async (authorization: string | undefined): Promise<Identity | undefined> => {
    const token = BEARER.exec(authorization ?? "")?.[1];
    const claimed = token === undefined ? undefined : unverified(token);
    if (token === undefined || claimed === undefined) return undefined;
    const entry = await store.get(issuerKey(claimed.iss));
    const administration = entry && (await getAdministration(store, String(entry["administration"])));
    const registered = administration && registeredAs(claimed.iss, administration);
    if (registered === undefined) return undefined;
    try {
      return claimed.client_id === undefined || claimed.client_id === registered.pool.clientId
        ? await person(token, registered)
        : await system(token, claimed.client_id, registered);
    } catch (error) {
      if (error instanceof JwtBaseError && !(error instanceof FetchError)) return undefined;
      throw error;
    }
  };
};

interface Registered {
  readonly code: string;
  readonly pool: SignInPool;
}

const registeredAs = (issuer: string, { code, pool, state }: Administration): Registered | undefined =>
  pool?.issuer === issuer && state !== "left" ? { code, pool } : undefined;
