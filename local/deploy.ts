import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Stack,
} from "@aws-sdk/client-cloudformation";
import * as z from "zod/mini";
import { emulatedAws, emulatorClient, region, root } from "./environment.ts";
import type { Processes } from "./processes.ts";
import { SetupError } from "./setup-error.ts";

export interface Deployment {
  /** The stacks' outputs by name (shared/names.ts). */
  readonly outputs: Readonly<Record<string, string>>;
  /** Whether the stacks were in the emulator's saved state, and with them whatever was stored there. */
  readonly restored: boolean;
}

export interface DeploymentSettings {
  readonly awsEndpoint: string;
  readonly caFile: string;
  /** For the assembly and the log. */
  readonly directory: string;
  readonly consoleUrl: string;
}

const account = "000000000000";
const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.optional(z.looseObject({ templateFile: z.optional(z.string()) })),
    }),
  ),
});

/** The operator's own `cdk bootstrap` and `cdk deploy`, against the emulator; nothing where it would change nothing. */
export async function deploy(
  processes: Processes,
  settings: DeploymentSettings,
  detail: (text: string) => void,
): Promise<Deployment> {
  if (!existsSync(join(root, "cdk.json"))) {
    throw new SetupError("There is no cdk.json, so there is nothing to deploy.");
  }
  const client = new CloudFormationClient(emulatorClient(settings.awsEndpoint, settings.caFile));
  const assembly = join(settings.directory, "assembly");
  const log = join(settings.directory, "deploy.log");
  const cdk = (...args: readonly string[]) =>
    processes.run({
      command: process.execPath,
      args: [join(root, "node_modules/aws-cdk/bin/cdk"), ...args, "--no-notices"],
      cwd: root,
      env: {
        ...emulatedAws(settings.awsEndpoint, settings.caFile),
        CDK_DISABLE_CLI_TELEMETRY: "true",
        CI: "true",
      },
      log,
      onLine: (line) => detail(line.trim()),
    });

  const context = ["--context", "environment=local", "--context", `consoleUrl=${settings.consoleUrl}`];
  await cdk("synth", "--quiet", "--output", assembly, ...context);
  const stacks = await stacksOf(assembly);
  const before = await describe(client);
  const restored = stacks.some(({ name }) => before.has(name));
  if (!(await isDeployed(client, stacks, before))) {
    if (!before.has("CDKToolkit")) {
      await cdk("bootstrap", `aws://${account}/${region}`, "--app", assembly);
    }
    const names = stacks.map(({ name }) => name);
    await cdk("deploy", ...names, "--app", assembly, "--require-approval", "never", "--concurrency", "4");
  }
  const after = await describe(client);
  const outputs = stacks.flatMap(({ name }) => after.get(name)?.Outputs ?? []);
  return {
    outputs: Object.fromEntries(
      outputs.map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]),
    ),
    restored,
  };
}

interface SynthesizedStack {
  readonly name: string;
  readonly template: unknown;
}

/** The stacks to deploy here: all but the edge, whose part the gateway plays. */
async function stacksOf(assembly: string): Promise<readonly SynthesizedStack[]> {
  const { artifacts } = manifest.parse(JSON.parse(await readFile(join(assembly, "manifest.json"), "utf8")));
  const stacks = Object.entries(artifacts).filter(
    ([name, { type }]) => type === "aws:cloudformation:stack" && !name.endsWith("-Edge"),
  );
  return Promise.all(
    stacks.map(async ([name, { properties }]) => ({
      name,
      template: JSON.parse(
        await readFile(join(assembly, properties?.templateFile ?? `${name}.template.json`), "utf8"),
      ),
    })),
  );
}

async function describe(client: CloudFormationClient): Promise<ReadonlyMap<string, Stack>> {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  const live = Stacks.filter(({ StackStatus }) => StackStatus !== "DELETE_COMPLETE");
  return new Map(live.map((stack) => [stack.StackName ?? "", stack]));
}

/** Templates name their assets by content, so equal templates mean equal code too. */
async function isDeployed(
  client: CloudFormationClient,
  stacks: readonly SynthesizedStack[],
  described: ReadonlyMap<string, Stack>,
): Promise<boolean> {
  for (const { name, template } of stacks) {
    const status = described.get(name)?.StackStatus;
    if (status !== "CREATE_COMPLETE" && status !== "UPDATE_COMPLETE") return false;
    const { TemplateBody = "null" } = await client.send(new GetTemplateCommand({ StackName: name }));
    if (!isDeepStrictEqual(JSON.parse(TemplateBody), template)) return false;
  }
  return true;
}
