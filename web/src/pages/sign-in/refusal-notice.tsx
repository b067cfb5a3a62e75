import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Notice } from "../../components/notice.tsx";
import type { Refusal } from "./refusal.ts";

const texts: Readonly<Record<Exclude<Refusal, "not-taking-part">, MessageDescriptor>> = {
  "wrong-credentials": msg`The administration, the e-mail address or the password is not right, or this access is not active. If you are sure of them, ask a contact point of your administration.`,
  "expired-password": msg`This password has expired. Ask a contact point of your administration for a new invitation.`,
  "wrong-code": msg`This is not the code that the authenticator shows now. Wait for the next one and enter it.`,
  "weak-password": msg`This password is not strong enough: take at least 12 characters with a capital letter, a small letter and a digit, and none of your earlier passwords.`,
  ended: msg`This took too long. Begin again.`,
  "too-many": msg`There were too many tries. Wait a few minutes, then try again.`,
  "not-active": msg`Your access is not active. Your administration may be suspended or your account disabled: ask your contact point, or the secretariat.`,
  "no-passkey": msg`No passkey was used. Check the administration and the e-mail address, or sign in with your password.`,
  unreachable: msg`The exchange cannot be reached. Check the connection, then try again.`,
  other: msg`The sign-in failed. Try again; if it stays so, tell a contact point of your administration.`,
};

export const RefusalNotice = ({
  refusal,
}: {
  readonly refusal: Exclude<Refusal, "not-taking-part"> | undefined;
}) => {
  const { i18n } = useLingui();
  return refusal === undefined ? null : <Notice kind="bad" live title={i18n.t(texts[refusal])} />;
};
