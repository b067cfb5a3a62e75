import { CognitoJwtVerifier } from "aws-jwt-verify";
import type { JwksCache } from "aws-jwt-verify/jwk";
import * as z from "zod/mini";

/** What an access token says when it is verified. One that a system got for its secret names nobody. */
const Claims = z.object({
  sub: z.string(),
  exp: z.number(),
  /** When the person signed in; a refreshed token keeps it. */
  auth_time: z.optional(z.number()),
  client_id: z.string(),
  username: z.optional(z.string()),
  scope: z.optional(z.string()),
});
type Claims = z.infer<typeof Claims>;

type Verify = (token: string) => Promise<Claims>;

/**
 * One verifier a pool and client, made when first asked for: a token of another pool, of another client, or of another use than
 * access is none. The keys are shared, so that a new client costs no fetch.
 */
export const verifying = (keys: JwksCache) => {
  const verifiers = new Map<string, Verify>();
  return (userPoolId: string, clientId: string): Verify => {
    const name = `${userPoolId} ${clientId}`;
    const known = verifiers.get(name);
    if (known !== undefined) return known;
    const verifier = CognitoJwtVerifier.create(
      { userPoolId, clientId, tokenUse: "access" },
      { jwksCache: keys },
    );
    const verify: Verify = async (token) => Claims.parse(await verifier.verify(token));
    verifiers.set(name, verify);
    return verify;
  };
};
