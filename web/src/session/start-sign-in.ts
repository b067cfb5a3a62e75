import { administrations } from "../../../shared/contract/administrations.ts";
import { call } from "../api/api.ts";
import { fetchConfig } from "../api/config.ts";
import { ApiProblem } from "../api/problem.ts";
import { SignIn } from "./sign-in.ts";

export { enter } from "./sign-out.ts";

/** No people of this administration sign in here. */
class NotTakingPart extends Error {
  override readonly name = "NotTakingPart";
}

/** A sign-in with the pool of the person's administration. Throws NotTakingPart where it has none. */
export const startSignIn = async (who: {
  readonly administration: string;
  readonly email: string;
}): Promise<SignIn> => {
  const { administration, email } = who;
  const [{ data }, { cognitoEndpoint }] = await Promise.all([
    call(administrations.signIn, { params: { administration } }).catch((error: unknown) => {
      throw error instanceof ApiProblem && error.status === 404 ? new NotTakingPart() : error;
    }),
    fetchConfig(),
  ]);
  const { userPoolId, clientId } = data;
  const pool = { userPoolId, clientId, ...(cognitoEndpoint === undefined ? {} : { cognitoEndpoint }) };
  return new SignIn({ administration, email, pool });
};
