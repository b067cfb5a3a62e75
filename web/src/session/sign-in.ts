import {
  confirmSignIn,
  fetchMFAPreference,
  type SignInOutput,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from "@aws-amplify/auth";
import { configure, tokens } from "./amplify.ts";
import type { Session } from "./session-store.ts";

/** What the person is asked for next. */
export type Step =
  | { readonly ask: "new-password" }
  | { readonly ask: "authenticator-code" }
  | { readonly ask: "enrol-authenticator"; readonly secret: string; readonly address: string }
  | { readonly ask: "nothing"; readonly session: Session; readonly email: string };

/** No passkey of this person signs in here. */
class NoPasskey extends Error {
  override readonly name = "NoPasskey";
}

/** The name under which the authenticator lists the exchange. */
const ISSUER = "IPR CENcomm";

/** Signing in to one administration's pool: password by SRP, a new one where asked for, then the authenticator. */
export class SignIn {
  readonly #who: Pick<Session, "administration" | "pool"> & { readonly email: string };
  /** Where the pool issues tokens before an authenticator is enrolled, it is enrolled with them, and before they are used. */
  #enrolsAfterwards = false;

  constructor(who: Pick<Session, "administration" | "pool"> & { readonly email: string }) {
    this.#who = who;
  }

  async begin(password: string): Promise<Step> {
    configure(this.#who.pool);
    // Somebody else's session in this tab would refuse another sign-in.
    await signOut().catch(() => undefined);
    return this.#next(
      await signIn({ username: this.#who.email, password, options: { authFlowType: "USER_SRP_AUTH" } }),
    );
  }

  /** With a passkey that verifies its owner, which counts for both factors. */
  async beginWithPasskey(): Promise<Step> {
    configure(this.#who.pool);
    await signOut().catch(() => undefined);
    const { nextStep, ...rest } = await signIn({
      username: this.#who.email,
      options: { authFlowType: "USER_AUTH", preferredChallenge: "WEB_AUTHN" },
    });
    // Asked for anything else, the person has none here; nor has anybody who does not exist.
    if (nextStep.signInStep !== "DONE") throw new NoPasskey();
    return this.#next({ nextStep, ...rest });
  }

  async answer(response: string): Promise<Step> {
    if (!this.#enrolsAfterwards) return this.#next(await confirmSignIn({ challengeResponse: response }));
    await verifyTOTPSetup({ code: response });
    await updateMFAPreference({ totp: "PREFERRED" });
    return this.#done();
  }

  async #next({ nextStep }: SignInOutput): Promise<Step> {
    switch (nextStep.signInStep) {
      case "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED":
        return { ask: "new-password" };
      case "CONFIRM_SIGN_IN_WITH_TOTP_CODE":
        return { ask: "authenticator-code" };
      case "CONTINUE_SIGN_IN_WITH_TOTP_SETUP":
        return this.#enrol(nextStep.totpSetupDetails);
      case "CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION":
        return this.#next(await confirmSignIn({ challengeResponse: "TOTP" }));
      case "DONE": {
        const { enabled = [] } = await fetchMFAPreference();
        if (enabled.includes("TOTP")) return this.#done();
        this.#enrolsAfterwards = true;
        return this.#enrol(await setUpTOTP());
      }
      default:
        throw new Error(
          `Cognito asks for ${nextStep.signInStep}, which is not part of this exchange's sign-in.`,
        );
    }
  }

  #enrol(setup: { readonly sharedSecret: string; getSetupUri(app: string, account: string): URL }): Step {
    const address = setup.getSetupUri(ISSUER, `${this.#who.administration} ${this.#who.email}`);
    return { ask: "enrol-authenticator", secret: setup.sharedSecret, address: address.href };
  }

  async #done(): Promise<Step> {
    const given = await tokens({ forceRefresh: false });
    if (given === undefined) throw new Error("Cognito gave no access token.");
    const { administration, pool, email } = this.#who;
    return { ask: "nothing", session: { administration, pool, ...given, begunAt: Date.now() }, email };
  }
}

/** Ends the session at Cognito too, so that its refresh token is worth nothing. */
export const endSession = async ({ pool }: Session): Promise<void> => {
  configure(pool);
  await signOut();
};
