import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import * as z from "zod/mini";
import { buildConsole } from "./console-build.ts";
import { type DeploymentTarget, deploymentTarget } from "./deployment-target.ts";
import { root } from "./environment.ts";
import { createProcesses } from "./processes.ts";
import { report, SetupError } from "./setup-error.ts";
import { endRequested } from "./signals.ts";

const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/**
 * Deploys every stack to the account and region of the operator's own AWS environment; arguments are handed on to
 * `cdk deploy`.
 */
try {
  process.exitCode = await deployToAccount(process.argv.slice(2));
} catch (error) {
  report(error);
}
process.exit();

async function deployToAccount(args: readonly string[]): Promise<number> {
  const { context } = CdkJson.parse(JSON.parse(await readFile(join(root, "cdk.json"), "utf8")));
  const target = deploymentTarget(args, context);
  await expectAccount(target);

  const folder = join(root, ".local");
  await mkdir(folder, { recursive: true });
  const processes = createProcesses();
  endRequested().addEventListener("abort", () => void processes.stopAll());
  console.log("Building the console ...");
  await buildConsole(processes, join(folder, "console.log"));

  const code = await cdk("deploy", "--all", ...args);
  if (code === 0)
    console.log(`
The exchange is deployed. If this was the first time:
  - follow the link that AWS mailed to ${target.mailSender}; until then SES sends nothing from it
  - npm run secretariat -- --email <the first operator's address>
docs/operate.md says what else an account needs.`);
  return code;
}

/** Finds out what is missing before minutes are spent. What the operator may not see, CDK's own roles may. */
async function expectAccount({ profile }: DeploymentTarget): Promise<void> {
  const client = new CloudFormationClient(profile === undefined ? {} : { profile });
  const region = await client.config.region().catch(() => {
    throw new SetupError("Say which region to deploy to: set AWS_REGION, or the region of your profile.");
  });
  await client.config.credentials().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new SetupError(
      `There are no AWS credentials: sign in (aws sso login, or set AWS_PROFILE or AWS_ACCESS_KEY_ID), then run the same command again. AWS says: ${why}`,
    );
  });
  try {
    await client.send(new DescribeStacksCommand({ StackName: "CDKToolkit" }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (/does not exist/.test(error.message)) {
      const same = profile === undefined ? "" : ` --profile ${profile}`;
      throw new SetupError(
        `CDK has not been prepared in this account and region; once: npx cdk bootstrap aws://<account>/${region}${same}`,
      );
    }
    if (/ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch/.test(error.name))
      throw new SetupError(`AWS refuses your credentials; sign in again. It says: ${error.message}`);
    if (!error.name.startsWith("AccessDenied")) throw error;
  }
}

/** On this terminal, since it asks before it widens what anybody may do. */
async function cdk(...args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(root, "node_modules/aws-cdk/bin/cdk"), ...args], {
    cwd: root,
    env: { ...process.env, PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter) },
    stdio: "inherit",
  });
  // Ctrl-C reaches CDK by itself; this process waits for how it ends.
  const [code]: readonly unknown[] = await once(child, "close");
  return typeof code === "number" ? code : 1;
}
