import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { deploymentTarget } from "../../local/deployment-target.ts";
import { root } from "./exchange.ts";

const defaults = { environment: "production", mailSender: "exchange@ipr-cencomm.example" };
const sender = "exchange@customs.example.org";

test.each([
  [["-c", `mailSender=${sender}`]],
  [[`-cmailSender=${sender}`]],
  [["--require-approval", "never", `--context=mailSender=${sender}`, "--verbose"]],
  [["--context", "consoleUrl=https://exchange.customs.example.org", "--context", `mailSender=${sender}`]],
])("the sender is found in CDK's own arguments %j", (args) => {
  expect(deploymentTarget(args, defaults)).toEqual({ mailSender: sender });
});

test("a sender written into cdk.json needs no argument, and one given on the command line goes before it", () => {
  expect(deploymentTarget([], { ...defaults, mailSender: sender })).toEqual({ mailSender: sender });
  expect(
    deploymentTarget(["-c", `mailSender=${sender}`], { ...defaults, mailSender: "old@customs.example.org" }),
  ).toEqual({ mailSender: sender });
});

test("a profile is known to the checks before the deployment", () => {
  expect(deploymentTarget(["--profile", "customs", "-c", `mailSender=${sender}`], defaults)).toEqual({
    mailSender: sender,
    profile: "customs",
  });
});

test.each([
  [[], /mailSender=exchange@your-domain/],
  [["-c", "mailSender=nobody"], /mailSender=exchange@your-domain/],
  [["-c", "mailSender=exchange@customs.example"], /mailSender=exchange@your-domain/],
  [["-c", `mailSender=${sender}`, "-c", "environment=local"], /npm start/],
] as const)("what cannot be deployed is refused in one sentence: %j", (args, sentence) => {
  expect(() => deploymentTarget(args, defaults)).toThrow(sentence);
});

/** The command as an operator of another machine runs it: no credentials, no profile, no region but the given. */
const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  promisify(execFile)(process.execPath, [join(root, "local/deploy-account.ts"), ...args], {
    env: {
      PATH: process.env["PATH"],
      HOME: mkdtempSync(join(tmpdir(), "ipr-cencomm-home-")),
      AWS_EC2_METADATA_DISABLED: "true",
      ...environment,
    },
  }).then(
    () => "It went on.",
    ({ stderr }: { stderr: string }) => stderr.trim(),
  );

test("the command says in one line what is missing: the sender, the region, the credentials", async () => {
  const outcomes = await Promise.all([
    run([]),
    run(["-c", `mailSender=${sender}`]),
    run(["-c", `mailSender=${sender}`], { AWS_REGION: "eu-west-1" }),
  ]);
  expect(outcomes[0]).toMatch(/^Say which address mails come from/);
  expect(outcomes[1]).toMatch(/^Say which region to deploy to/);
  expect(outcomes[2]).toMatch(/^There are no AWS credentials/);
  for (const outcome of outcomes) expect(outcome.split("\n")).toHaveLength(1);
});
