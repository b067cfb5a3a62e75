import type { SignInPool } from "./administration.ts";
import type { AdministrationCode, Id } from "./identifiers.ts";

/** Port: user pools. Each call finds what is already there before it makes anything, so that it can be repeated. */
export interface Pools {
  ensurePool(administration: AdministrationCode, texts: InvitationTexts): Promise<SignInPool>;
  /**
   * Invites by e-mail, once; answers with the pool's own id of the person. Whoever is there under the retired id is
   * removed first, and so made anew: an authenticator cannot be reset otherwise.
   */
  ensureUser(
    poolId: string,
    user: { id: Id; email: string; name: string },
    retired?: string,
  ): Promise<{ subject: string }>;
  /** Mails the invitation again with a new password; nothing to somebody who has signed in since. */
  inviteAgain(poolId: string, id: Id): Promise<void>;
  /** With everybody in it; whether it was there or not. */
  removePool(poolId: string): Promise<void>;
  /** Whether there was anybody or not. */
  removeUser(poolId: string, id: Id): Promise<void>;
  /** Sign-in refused, sessions ended. */
  disableUser(poolId: string, id: Id): Promise<void>;
  enableUser(poolId: string, id: Id): Promise<void>;
}

export interface InvitationTexts {
  readonly subject: string;
  /** With Cognito's placeholders `{username}` and `{####}`. */
  readonly body: string;
  /** The console's host: passkeys are good for it alone; absent: there are none. */
  readonly consoleHost?: string;
  /** Sender of the pool's mail in production; absent: Cognito's own, limited to 50 a day. */
  readonly sesIdentity?: string;
}

/** Port: topics and what is subscribed to them. */
export interface Topics {
  ensureTopic(administration: AdministrationCode, number: number): Promise<string>;
  /** With everything subscribed to it; whether it was there or not. */
  removeTopic(topic: string): Promise<void>;
  /** SNS mails the address a confirmation link; nothing else is sent before it is followed. */
  subscribeEmail(topic: string, address: string, endpoint: string): Promise<void>;
  /** Active at once: the phone was confirmed by a code before. */
  subscribePhone(topic: string, number: string, endpoint: string): Promise<string>;
  /** Takes the token out of SNS's link; answers with the subscription. Throws a Problem on a wrong or used link. */
  confirm(topic: string, token: string): Promise<string>;
  /** The subscription of an address, once its link was followed; undefined before. */
  find(topic: string, address: string): Promise<string | undefined>;
  unsubscribe(subscription: string): Promise<void>;
  /** One publish to the endpoints named. */
  publish(topic: string, to: readonly string[], notice: Notice): Promise<void>;
  sendSms(number: string, text: string): Promise<void>;
}

/** The texts of one publish, by channel. */
export interface Notice {
  /** ASCII, under 100 characters. */
  readonly subject: string;
  readonly email: string;
  /** One segment. */
  readonly sms: string;
}
