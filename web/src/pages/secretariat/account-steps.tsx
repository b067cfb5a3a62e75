import { useLingui } from "@lingui/react/macro";
import {
  type ContactPointAccount,
  contactPointAccounts,
} from "../../../../shared/contract/contact-point-accounts.ts";
import { type PersonChange, refusalInState } from "../../../../shared/domain/person-change.ts";
import { useSentence } from "../../i18n/use-sentence.ts";

/** What can be done to an account, in words; why not now, as the API would say it. */
export const useAccountSteps = (account: ContactPointAccount) => {
  const { t } = useLingui();
  const sentence = useSentence();
  const { name, administration } = account;
  const refused = (change: PersonChange): string | undefined => {
    const refusal = refusalInState(account, change);
    return refusal && sentence(refusal);
  };
  return [
    {
      name: "resend",
      endpoint: contactPointAccounts.resendAccountInvitation,
      label: t`Mail the invitation again`,
      title: t`Mail the invitation of ${name} again?`,
      what: t`${name} has an e-mail with another password, good for seven days. The one before is worth nothing.`,
      done: t`The invitation is mailed to ${name} again.`,
      refused: refused("resend-invitation"),
    },
    {
      name: "reset",
      endpoint: contactPointAccounts.resetAccountMfa,
      label: t`Reset the authenticator`,
      title: t`Reset the authenticator of ${name}?`,
      what: t`${name} (${administration}) is refused from the next request on, and has an e-mail with a password for the first sign-in.`,
      done: t`${name} is invited anew.`,
      refused: refused("reset-authenticator"),
    },
    {
      name: "confirm",
      endpoint: contactPointAccounts.confirmAccount,
      label: t`Confirm for a year`,
      title: t`Confirm ${name}?`,
      what: t`You say that ${name} is still a contact point of ${administration}, and have made sure of it.`,
      done: t`${name} is confirmed for a year.`,
      refused: refused("confirm"),
    },
    {
      name: "disable",
      endpoint: contactPointAccounts.disableAccount,
      label: t`Disable the account`,
      title: t`Disable ${name}?`,
      what: t`${name} (${administration}) is refused from the next request on. Where no contact point is left, you can invite another one.`,
      done: t`The account of ${name} is disabled.`,
      refused: account.state === "disabled" ? sentence(`${name} is disabled already.`) : undefined,
    },
  ] as const;
};
