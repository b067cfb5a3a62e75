import { fetchAuthSession } from "@aws-amplify/auth";
import { cognitoUserPoolsTokenProvider } from "@aws-amplify/auth/cognito";
import { Amplify } from "@aws-amplify/core";
import type { Session } from "./session-store.ts";

/** Amplify keeps its tokens where the session is kept: in this tab. */
const tabStorage = {
  setItem: async (key: string, value: string): Promise<void> => sessionStorage.setItem(key, value),
  getItem: async (key: string): Promise<string | null> => sessionStorage.getItem(key),
  removeItem: async (key: string): Promise<void> => sessionStorage.removeItem(key),
  clear: async (): Promise<void> => sessionStorage.clear(),
};

/** Each administration has its own pool, known only once it is named. */
export const configure = ({ userPoolId, clientId, cognitoEndpoint }: Session["pool"]): void => {
  const Auth = {
    Cognito: {
      userPoolId,
      userPoolClientId: clientId,
      ...(cognitoEndpoint === undefined ? {} : { userPoolEndpoint: cognitoEndpoint }),
    },
  };
  cognitoUserPoolsTokenProvider.setAuthConfig(Auth);
  cognitoUserPoolsTokenProvider.setKeyValueStorage(tabStorage);
  Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
};

/** The access token of whoever signed in with Amplify last. */
export const tokens = async (options: { readonly forceRefresh: boolean }) => {
  const session = await fetchAuthSession(options);
  const accessToken = session.tokens?.accessToken;
  if (accessToken === undefined) return undefined;
  return { accessToken: accessToken.toString(), expiresAt: (accessToken.payload.exp ?? 0) * 1000 };
};
