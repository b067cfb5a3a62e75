import {
  associateWebAuthnCredential,
  deleteWebAuthnCredential,
  listWebAuthnCredentials,
} from "@aws-amplify/auth";
import { configure } from "./amplify.ts";
import type { Session } from "./session-store.ts";

export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly addedAt: number | undefined;
}

/**
 * Lets passkeys of this person sign in where the pool asks for two factors: Cognito takes one that verified its owner for
 * both, once the person said so. The authenticator stays, for the device that has no passkey. Amplify has no call for it.
 */
const allowPasskeys = async ({ pool, accessToken }: Session): Promise<void> => {
  const [region] = pool.userPoolId.split("_");
  const response = await fetch(pool.cognitoEndpoint ?? `https://cognito-idp.${region}.amazonaws.com/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSCognitoIdentityProviderService.SetUserMFAPreference",
    },
    body: JSON.stringify({
      AccessToken: accessToken,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      WebAuthnMfaSettings: { Enabled: true },
    }),
  });
  if (!response.ok) throw new Error("Cognito takes no passkey for two factors.");
};

/** A person's own passkeys at their administration's pool. */
export const passkeysOf = (session: Session) => ({
  list: async (): Promise<readonly Passkey[]> => {
    configure(session.pool);
    const { credentials } = await listWebAuthnCredentials({ pageSize: 20 });
    return credentials.flatMap(({ credentialId, friendlyCredentialName, createdAt }) =>
      credentialId === undefined
        ? []
        : [{ id: credentialId, name: friendlyCredentialName ?? "", addedAt: createdAt?.getTime() }],
    );
  },
  /** Asks the device for one, then lets passkeys sign in: one that was not made changes nothing. */
  add: async (): Promise<void> => {
    configure(session.pool);
    await associateWebAuthnCredential();
    await allowPasskeys(session);
  },
  remove: async (id: string): Promise<void> => {
    configure(session.pool);
    await deleteWebAuthnCredential({ credentialId: id });
  },
});
