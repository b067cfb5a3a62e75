import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { administrations } from "../../../../shared/contract/administrations.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { call } from "../../api/api.ts";
import { fetchConfig } from "../../api/config.ts";
import { ApiProblem } from "../../api/problem.ts";
import { Button } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { afterSignIn } from "../../path-builder.ts";
import { rememberedAdministration, sessionStore } from "../../session/session-store.ts";
import type { SignIn, Step } from "../../session/sign-in.ts";
import { forget } from "../../session/sign-out.ts";
import { AuthenticatorStep } from "./authenticator-step.tsx";
import { type Credentials, CredentialsStep } from "./credentials-step.tsx";
import { NewPasswordStep } from "./new-password-step.tsx";
import { type Refusal, refusalOf } from "./refusal.ts";
import { RefusalNotice } from "./refusal-notice.tsx";

const loadSignIn = () => import("../../session/sign-in.ts");

const titles = {
  credentials: msg`Sign in`,
  "new-password": msg`Choose a password`,
  "authenticator-code": msg`Enter your code`,
  "enrol-authenticator": msg`Set up your authenticator`,
  nothing: msg`Sign in`,
} as const;

/** Which pool an administration's people sign in with; undefined where it does not use the exchange. */
const poolOf = async (administration: string) => {
  const [{ data }, config] = await Promise.all([
    call(administrations.signIn, { params: { administration } }),
    fetchConfig(),
  ]);
  const { userPoolId, clientId } = data;
  const { cognitoEndpoint } = config;
  return { userPoolId, clientId, ...(cognitoEndpoint === undefined ? {} : { cognitoEndpoint }) };
};

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
  const [refusal, setRefusal] = useState<Refusal>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  // What signing in takes is loaded while the person reads and types.
  useEffect(() => void loadSignIn(), []);

  const advance = async (next: () => Promise<Step>) => {
    setBusy(true);
    setRefusal(undefined);
    setErrors([]);
    try {
      const reached = await next();
      if (reached.ask !== "nothing") return setStep(reached);
      forget();
      rememberedAdministration.set(reached.session.administration);
      sessionStore.set(reached.session);
      navigate(afterSignIn(search), { replace: true });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return setErrors([notTakingPart]);
      const why = refusalOf(error);
      setRefusal(why);
      if (why === "ended") setStep(undefined);
    } finally {
      setBusy(false);
    }
  };

  const begin = ({ administration, email, password }: Credentials) =>
    advance(async () => {
      const [pool, { SignIn }] = await Promise.all([poolOf(administration), loadSignIn()]);
      signIn.current = new SignIn({ administration, email, pool });
      return signIn.current.begin(password);
    });

  const answer = (response: string) =>
    advance(async () => {
      if (signIn.current === undefined) throw new Error("Nobody began to sign in.");
      return signIn.current.answer(response);
    });

  const title = i18n.t(titles[step?.ask ?? "credentials"]);
  return (
    <Page title={title} key={step?.ask} className="narrow">
      <RefusalNotice refusal={refusal} />
      {step === undefined && (
        <>
          <p>
            <Trans>
              The closed exchange of alerts on counterfeit medical goods between customs administrations.
            </Trans>
          </p>
          <CredentialsStep busy={busy} onSubmit={begin} errors={errors} />
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
