import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod/mini";

const confirmation = z.object({
  topicArn: z.string(),
  endpoint: z.string(),
  token: z.string(),
  confirmed: z.boolean(),
  /** Whether only an authenticated caller may unsubscribe it. */
  authenticated: z.boolean(),
});

export type Confirmation = z.infer<typeof confirmation>;

export type Confirmations = ReturnType<typeof openConfirmations>;

/** Which e-mail subscriptions their owners confirmed, by subscription ARN; kept in a file, written at every change. */
export function openConfirmations(file: string) {
  const byArn = new Map(
    existsSync(file)
      ? Object.entries(z.record(z.string(), confirmation).parse(JSON.parse(readFileSync(file, "utf8"))))
      : [],
  );

  function save() {
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(byArn), null, 1), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  return {
    get: (arn: string) => byArn.get(arn),

    /** The confirmation asked for, new or still open from before. */
    ask(arn: string, topicArn: string, endpoint: string): Confirmation {
      const asked = byArn.get(arn) ?? {
        topicArn,
        endpoint,
        token: randomBytes(64).toString("hex"),
        confirmed: false,
        authenticated: false,
      };
      byArn.set(arn, asked);
      save();
      return asked;
    },

    /** The subscription the token was sent for. A token may be used again: the answer is the same. */
    confirm(topicArn: string, token: string, authenticated: boolean): string | undefined {
      for (const [arn, asked] of byArn) {
        if (asked.topicArn === topicArn && asked.token === token) {
          byArn.set(arn, { ...asked, confirmed: true, authenticated: asked.authenticated || authenticated });
          save();
          return arn;
        }
      }
      return undefined;
    },

    forget(arn: string) {
      if (byArn.delete(arn)) save();
    },

    forgetTopic(topicArn: string) {
      for (const [arn, asked] of byArn) {
        if (asked.topicArn === topicArn) byArn.delete(arn);
      }
      save();
    },
  };
}
