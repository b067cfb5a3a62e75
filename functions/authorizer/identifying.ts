import { FetchError, JwtBaseError } from "aws-jwt-verify/error";
import type { JwksCache } from "aws-jwt-verify/jwk";
import * as z from "zod/mini";
import { getAdministration, issuerKey } from "../../shared/adapters/records/administrations.ts";
import type { RecordStore } from "../../shared/domain/record-store.ts";
import type { Identity } from "../runtime/caller.ts";
import { verifying } from "./verifying.ts";

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

const Claims = z.object({ iss: z.url() });

/** Whom the token says it is from: nothing to trust, only a name to look up. */
const unverifiedIssuer = (token: string): string | undefined => {
  try {
    const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    return Claims.safeParse(payload).data?.iss;
  } catch {
    return undefined;
  }
};

/**
 * Says who calls, and no more; undefined when that is not proven. The unverified issuer only looks the administration
 * up in the registry, then the token is verified against that administration's own pool. Rights and status are read by
 * each function at each request. Throws when the registry or the pool's keys cannot be read: a fault of ours is no
 * refusal, else everybody would be signed out by it.
 */
export const identifying = ({ store, keys }: { readonly store: RecordStore; readonly keys: JwksCache }) => {
  const verifierOf = verifying(keys);
  return async (authorization: string | undefined): Promise<Identity | undefined> => {
    const token = BEARER.exec(authorization ?? "")?.[1];
    const issuer = token && unverifiedIssuer(token);
    if (token === undefined || issuer === undefined) return undefined;
    const entry = await store.get(issuerKey(issuer));
    const administration = entry && (await getAdministration(store, String(entry["administration"])));
    if (administration?.pool?.issuer !== issuer || administration.state === "left") return undefined;
    try {
      const { username, sub, exp } = await verifierOf(administration.pool)(token);
      return { administration: administration.code, username, subject: sub, expires: String(exp) };
    } catch (error) {
      if (error instanceof JwtBaseError && !(error instanceof FetchError)) return undefined;
      throw error;
    }
  };
};
