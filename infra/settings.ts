import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Node } from "constructs";

/** What an operator chooses, as CDK context: `cdk deploy -c mailSender=…`. */
export interface Settings {
  /** Decides removal policies and deletion protection, and nothing else. */
  readonly environment: "production" | "local";
  /** The address that receipts, decisions and invitations come from; SES must be able to verify it. */
  readonly mailSender: string;
  /** Where people open the console, when not at CloudFront's own address; links in mails begin with it. */
  readonly consoleUrl?: string;
  /** A certificate of us-east-1 for consoleUrl's name, where CloudFront itself is to answer to that name. */
  readonly certificateArn?: string;
  /** The built console, where there is one. */
  readonly consoleFolder?: string;
  /** Who is told when an alarm goes off; SNS asks this address to confirm. */
  readonly operatorMail?: string;
}

const builtConsole = join(import.meta.dirname, "../.build/web");

const text = (node: Node, key: string): string | undefined => {
  const value: unknown = node.tryGetContext(key);
  if (value === undefined || value === "") return undefined;
  if (typeof value !== "string") throw new Error(`The context value ${key} is a text`);
  return value;
};

export const readSettings = (node: Node): Settings => {
  const environment = text(node, "environment");
  if (environment !== "production" && environment !== "local")
    throw new Error("The context value environment is production or local");
  const mailSender = text(node, "mailSender");
  // The default in cdk.json is for the emulator: nobody can own a name under .example.
  const sendable = environment === "local" || !mailSender?.endsWith(".example");
  if (mailSender === undefined || !/^[^@\s]+@[^@\s]+$/.test(mailSender) || !sendable)
    throw new Error("Say which address mails come from: -c mailSender=exchange@your-domain");
  const consoleUrl = text(node, "consoleUrl");
  if (consoleUrl !== undefined && (!URL.canParse(consoleUrl) || consoleUrl.endsWith("/")))
    throw new Error("The context value consoleUrl is an address without a slash at its end");
  const certificateArn = text(node, "certificateArn");
  if (certificateArn !== undefined && consoleUrl === undefined)
    throw new Error("A certificateArn needs the consoleUrl that the certificate is for");
  const operatorMail = text(node, "operatorMail");
  return {
    environment,
    mailSender,
    ...(consoleUrl === undefined ? {} : { consoleUrl }),
    ...(certificateArn === undefined ? {} : { certificateArn }),
    ...(existsSync(join(builtConsole, "index.html")) ? { consoleFolder: builtConsole } : {}),
    ...(operatorMail === undefined ? {} : { operatorMail }),
  };
};
