import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";

const Address = z.object({ address: z.string() });
const Received = z.object({
  id: z.string(),
  subject: z.optional(z.string()),
  text: z.optional(z.string()),
  html: z.optional(z.union([z.string(), z.literal(false)])),
  to: z.array(Address),
  time: z.string(),
});

/** A mail, or an SMS sent to `<digits>@sms.local`. */
export interface ReceivedMail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** Reads the mailbox as the people do to whom its mails are addressed. */
export const openInbox = (mailboxUrl: string) => {
  /** What everybody has received, the newest last. */
  const mails = async (): Promise<readonly ReceivedMail[]> => {
    const answer = await fetch(`${mailboxUrl}/api/email`);
    if (!answer.ok) throw new Error(`The mailbox answered ${answer.status}`);
    return z
      .array(Received)
      .parse(await answer.json())
      .sort((a, b) => (a.time < b.time ? -1 : 1))
      .map(({ id, to, subject = "", text, html }) => ({
        id,
        to: to.map(({ address }) => address),
        subject,
        body: text || html || "",
      }));
  };

  const mailsTo = async (address: string): Promise<readonly ReceivedMail[]> =>
    (await mails()).filter(({ to }) => to.includes(address));

  return {
    mails,
    mailsTo,

    /** The newest mail to an address in which the pattern is found, once there is one; answers with the match. */
    waitFor: async (address: string, pattern: RegExp, seconds = 60): Promise<RegExpExecArray> => {
      for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(250))
        for (const { body } of (await mailsTo(address)).toReversed()) {
          const found = pattern.exec(body);
          if (found !== null) return found;
        }
      throw new Error(`No mail with ${pattern} came to ${address} within ${seconds} s`);
    },
  };
};
