import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { afterSignIn } from "../../path-builder.ts";
import { rememberedAdministrations } from "../../session/remembered.ts";
import { sessionEnd } from "../../session/session-end.ts";
import type { SignIn, Step } from "../../session/sign-in.ts";
import { AuthenticatorStep } from "./authenticator-step.tsx";
import { type Credentials, CredentialsStep, type Who } from "./credentials-step.tsx";
import { NewPasswordStep } from "./new-password-step.tsx";
import { type Refusal, refusalOf } from "./refusal.ts";
import { RefusalNotice } from "./refusal-notice.tsx";

/** Loaded while the person reads and types, so that the page is there sooner. */
const load = () => import("../../session/start-sign-in.ts");

const titles = {
  credentials: msg`Sign in`,
  "new-password": msg`Choose a password`,
  "authenticator-code": msg`Enter your code`,
  "enrol-authenticator": msg`Set up your authenticator`,
  nothing: msg`Sign in`,
} as const;

const notTakingPart: FieldError = {
  pointer: "/administration",
  detail: "This administration does not take part in the exchange yet.",
};

export const SignInPage = () => {
  const { i18n } = useLingui();
  const [, navigate] = useLocation();
  const search = useSearch();
  const signIn = useRef<SignIn | undefined>(undefined);
  const [step, setStep] = useState<Step>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Exclude<Refusal, "not-taking-part">>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  const [hasEnded, setHasEnded] = useState(sessionEnd.is);

  useEffect(() => void load(), []);

  const advance = async (next: () => Promise<Step>) => {
    setBusy(true);
    setHasEnded(false);
    setRefusal(undefined);
    setErrors([]);
    try {
      const reached = await next();
      if (reached.ask !== "nothing") return setStep(reached);
      rememberedAdministrations.add(reached.session.administration);
      const { begin } = await load();
      await begin(reached.session, reached.email);
      navigate(afterSignIn(search), { replace: true });
    } catch (error) {
      const why = refusalOf(error);
      if (why === "not-taking-part") return setErrors([notTakingPart]);
      setRefusal(why);
      if (why === "ended" || why === "not-active") setStep(undefined);
    } finally {
      setBusy(false);
    }
  };

  const start = (credentials: Credentials) =>
    advance(async () => {
      const { startSignIn } = await load();
      signIn.current = await startSignIn(credentials);
      return signIn.current.begin(credentials.password);
    });

  const startWithPasskey = (who: Who) =>
    advance(async () => {
      const { startSignIn } = await load();
      signIn.current = await startSignIn(who);
      return signIn.current.beginWithPasskey();
    });

  const answer = (response: string) =>
    advance(async () => {
      if (signIn.current === undefined) throw new Error("Nobody began to sign in.");
      return signIn.current.answer(response);
    });

  const title = i18n.t(titles[step?.ask ?? "credentials"]);
  return (
    <Page title={title} key={step?.ask} className="narrow">
      {hasEnded && <Notice kind="info" live title={<Trans>Your session has ended. Sign in again.</Trans>} />}
      <RefusalNotice refusal={refusal} />
      {step === undefined && (
        <>
          <p>
            <Trans>
              The closed exchange of alerts on counterfeit medical goods between customs administrations.
            </Trans>
          </p>
          <CredentialsStep busy={busy} onSubmit={start} onPasskey={startWithPasskey} errors={errors} />
        </>
      )}
      {step?.ask === "new-password" && <NewPasswordStep busy={busy} onSubmit={answer} />}
      {step?.ask === "authenticator-code" && <AuthenticatorStep busy={busy} onSubmit={answer} />}
      {step?.ask === "enrol-authenticator" && (
        <AuthenticatorStep busy={busy} onSubmit={answer} enrol={step} />
      )}
      {step !== undefined && (
        <p>
          <Button look="quiet" onClick={() => setStep(undefined)}>
            <Trans>Begin again</Trans>
          </Button>
        </p>
      )}
    </Page>
  );
};
