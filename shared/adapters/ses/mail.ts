import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";

/** Mail that is no subscription: receipts and decisions to applicants. */
export interface Mail {
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}

export const sesMail = (client: SESv2Client, sender: string): Mail => ({
  send: async ({ to, subject, text }) => {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: sender,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
      }),
    );
  },
});
