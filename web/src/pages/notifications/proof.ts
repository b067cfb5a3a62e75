import type { Destination } from "../../../../shared/domain/subscription.ts";

/** What shows that somebody reads an address, as the API takes it; or what would be right. */
type Proof = { readonly code: string } | { readonly link: string } | { readonly detail: string };

/** A code is known by its six digits; anything else that a mailbox gave is its link, with whatever was copied around it. */
export const proofOf = (channel: Destination["channel"], given: string): Proof => {
  const digits = given.replaceAll(/\s/g, "");
  if (digits === "") return { detail: "This is required." };
  if (/^\d{6}$/.test(digits)) return { code: digits };
  if (channel === "sms") return { detail: "The code is the six digits of the message we sent." };
  const link = /https:\/\/[^\s<>"]+/.exec(given)?.[0];
  return link === undefined
    ? { detail: "Copy the whole confirmation link of the e-mail; it begins with https://sns." }
    : { link };
};
