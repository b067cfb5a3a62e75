import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { MailDev } from "maildev";
import { createTransport } from "nodemailer";

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailbox {
  readonly url: string;
  send(mail: Mail): Promise<void>;
  stop(): Promise<void>;
}

/** Every mail sent anywhere, readable on one page. SMS are in it too, as mail to `<digits>@sms.local`. */
export async function startMailbox(
  directory: string,
  ports: { smtp: number; web: number },
): Promise<Mailbox> {
  const mailDirectory = join(directory, "mail");
  await mkdir(mailDirectory, { recursive: true });
  const maildev = new MailDev({
    smtp: ports.smtp,
    ip: "127.0.0.1",
    web: ports.web,
    webIp: "127.0.0.1",
    mailDirectory,
    silent: true,
  });
  await maildev.start();
  const transport = createTransport({
    host: "127.0.0.1",
    port: ports.smtp,
    secure: false,
    ignoreTLS: true,
    pool: true,
  });
  return {
    url: `http://localhost:${ports.web}`,
    async send(mail) {
      await transport.sendMail(mail);
    },
    async stop() {
      transport.close();
      await maildev.stop();
    },
  };
}
