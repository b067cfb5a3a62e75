import { randomInt } from "node:crypto";
import { administrations } from "../../shared/contract/administrations.ts";
import { openApi } from "../api-client.ts";
import { openInbox } from "../inbox.ts";
import { signIn } from "../sign-in.ts";
import type { Person } from "../state.ts";

/** Somebody with a token that is good for an hour. */
export interface SignedInPerson {
  readonly person: Person;
  readonly token: string;
}

export type Exchange = ReturnType<typeof openExchange>;

/** What people have to hand who use the exchange: its API, their mailboxes, their user pools. */
export const openExchange = ({
  apiUrl,
  webUrl,
  mailboxUrl,
}: {
  readonly apiUrl: string;
  readonly webUrl: string;
  readonly mailboxUrl: string;
}) => {
  const api = openApi(apiUrl);
  return {
    api,
    inbox: openInbox(mailboxUrl),

    /** A first sign-in gives the new password, every later one the authenticator's secret. */
    signIn: async (
      administration: string,
      email: string,
      password: string,
      rest: { readonly newPassword?: string; readonly totpSecret?: string },
    ) => {
      const { body } = await api.call(administrations.signIn, { params: { administration } });
      return signIn({
        cognitoEndpoint: `${webUrl}/cognito`,
        ...body,
        email,
        password,
        ...rest,
      });
    },

    /** One that the pools' policy takes and a person can type. */
    newPassword: (): string => {
      const letters = () =>
        Array.from({ length: 4 }, () => "abcdefghjkmnpqrstuvwxyz"[randomInt(23)]).join("");
      return `Sea-${letters()}-${letters()}-${randomInt(10, 100)}`;
    },
  };
};
