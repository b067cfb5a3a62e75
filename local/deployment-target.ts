import { parseArgs } from "node:util";
import { SetupError } from "./setup-error.ts";

/** Where to deploy and with what, as far as it must be known before CDK is asked. */
export interface DeploymentTarget {
  readonly mailSender: string;
  readonly profile?: string;
}

/**
 * Reads from CDK's own arguments what the deployment cannot do without; everything else is CDK's to judge.
 * @param defaults the context of cdk.json, which an operator may have written the address into.
 */
export const deploymentTarget = (
  args: readonly string[],
  defaults: Readonly<Record<string, unknown>>,
): DeploymentTarget => {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      context: { type: "string", short: "c", multiple: true },
      profile: { type: "string" },
    },
  });
  const given = (values.context ?? []).map((pair) => String(pair).split(/=(.*)/s));
  const context: Readonly<Record<string, unknown>> = { ...defaults, ...Object.fromEntries(given) };

  if (context["environment"] !== "production")
    throw new SetupError(
      "An environment other than production is for the emulator, which npm start deploys to.",
    );
  const { mailSender } = context;
  // Nobody owns a name under .example: the one in cdk.json is the emulator's.
  if (
    typeof mailSender !== "string" ||
    !/^[^@\s]+@[^@\s]+$/.test(mailSender) ||
    mailSender.endsWith(".example")
  )
    throw new SetupError(
      "Say which address mails come from: npm run deploy -- -c mailSender=exchange@your-domain",
    );
  return { mailSender, ...(typeof values.profile === "string" ? { profile: values.profile } : {}) };
};
