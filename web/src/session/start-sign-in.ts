import { administrations } from "../../../shared/contract/administrations.ts";
import { oneself } from "../../../shared/contract/oneself.ts";
import { call } from "../api/api.ts";
import { fetchConfig } from "../api/config.ts";
import { ApiProblem } from "../api/problem.ts";
import { queryClient, queryOf } from "../api/queries.ts";
import { type Session, sessionStore } from "./session-store.ts";
import { SignIn } from "./sign-in.ts";
import { enter } from "./sign-out.ts";

/** No people of this administration sign in here. */
class NotTakingPart extends Error {
  override readonly name = "NotTakingPart";
}

/** Cognito knows the person, and the exchange does not let them in. */
class NotActive extends Error {
  override readonly name = "NotActive";
}

/** Begins a session once the exchange says who it is. Throws NotActive where it turns somebody away whose password is right. */
export const begin = async (session: Session, email: string): Promise<void> => {
  enter(session, email);
  try {
    await queryClient.fetchQuery(queryOf(oneself.me, {}));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      sessionStore.set(undefined);
      throw new NotActive();
    }
    // What else went wrong, the first page says, and lets it be tried again.
  }
};

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
