import { expect, test } from "vitest";
import { bundleHandlers } from "../../infra/constructs/handler-code.ts";
import { type FunctionDefinition, functions, type Grant } from "../../infra/functions.ts";

/** Which client of the AWS SDK a grant is used with. */
const clientOf = {
  "read-table": "dynamodb",
  "write-table": "dynamodb",
  "count-requests": "dynamodb",
  "send-provision": "sqs",
  "send-endpoint": "sqs",
  "send-mail": "sqs",
  "send-hand-over": "sqs",
  "manage-pools": "cognito-identity-provider",
  "make-system-clients": "cognito-identity-provider",
  "retire-system-clients": "cognito-identity-provider",
  "manage-topics": "sns",
  "subscribe-endpoints": "sns",
  "confirm-endpoints": "sns",
  "unsubscribe-endpoints": "sns",
  "publish-notices": "sns",
  "send-sms": "sns",
  "send-email": "sesv2",
  "hash-codes": "kms",
  "sign-checkpoints": "kms",
  "keep-checkpoints": "s3",
  "read-checkpoints": "s3",
} as const satisfies Readonly<Record<Grant, string>>;

const bundles = bundleHandlers();

const clientsIn = (inputs: readonly string[]): readonly string[] => {
  const clients = inputs.flatMap((input) => /@aws-sdk\/client-([a-z0-9-]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(clients)].sort();
};

test.each(functions)(
  "$file holds the clients that it is granted a use of, and no other",
  (definition: FunctionDefinition) => {
    const bundle = [...bundles].find(([file]) => file === definition.file)?.[1];
    const granted = new Set(definition.may.map((grant) => clientOf[grant]));
    expect(clientsIn(bundle?.inputs ?? [])).toEqual([...granted].sort());
  },
);

test("no handler is above 1 MB, so that a first call does not wait for its loading", () => {
  const sizes = [...bundles].map(
    ([file, { contents }]) => [file, Math.round(contents.length / 1000)] as const,
  );
  console.table(Object.fromEntries(sizes.map(([file, kB]) => [file, { kB }])));
  for (const [, kB] of sizes) expect(kB).toBeLessThan(1000);
});

test("infrastructure, tests and the console are in no bundle", () => {
  const own = [...bundles]
    .flatMap(([, { inputs }]) => inputs)
    .filter((input) => !input.includes("node_modules/"));
  expect(own.length).toBeGreaterThan(functions.length);
  for (const input of own) expect(input).toMatch(/^(functions|shared)\//);
});
