import { CognitoJwtVerifier } from "aws-jwt-verify";
import type { JwksCache } from "aws-jwt-verify/jwk";
import type { SignInPool } from "../../shared/domain/administration.ts";

type Verify = (
  token: string,
) => Promise<{ readonly username: string; readonly sub: string; readonly exp: number }>;

/**
 * One verifier a pool and client, made when first asked for: a token of another pool, of a client that the pool no
 * longer has, or of another use than access is none. The keys are shared, so that a new client costs no fetch.
 */
export const verifying = (keys: JwksCache) => {
  const verifiers = new Map<string, Verify>();
  return ({ userPoolId, clientId }: SignInPool): Verify => {
    const name = `${userPoolId} ${clientId}`;
    const known = verifiers.get(name);
    if (known !== undefined) return known;
    const verifier = CognitoJwtVerifier.create(
      { userPoolId, clientId, tokenUse: "access" },
      { jwksCache: keys },
    );
    const verify: Verify = (token) => verifier.verify(token);
    verifiers.set(name, verify);
    return verify;
  };
};
