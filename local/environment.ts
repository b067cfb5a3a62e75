import { readFileSync } from "node:fs";
import { Agent } from "node:https";
import { delimiter, dirname } from "node:path";

/** The repository. */
export const root = dirname(import.meta.dirname);

/** The pinned Node, which local/launch.mjs runs everything under, first: Lambdas take the `node` on their PATH. */
const path = [dirname(process.execPath), process.env["PATH"]].join(delimiter);

const foreign =
  /^(AWS_|CDK_|LOCALSTACK_|MINISTACK_|LAMBDA_|NODE_OPTIONS$|NODE_EXTRA_CA_CERTS$|(HTTPS?|ALL|NO)_PROXY$)/i;

/**
 * What a child that talks to the emulator gets: nothing of this machine's own AWS account, profile, proxy or
 * trust, which would send it elsewhere.
 */
export function isolatedEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), PATH: path };
}

export const region = "us-east-1";

/** The emulator's root user. */
export const rootCredentials = { accessKeyId: "test", secretAccessKey: "test" };

/** For a command that is to work on the emulator as if it were AWS. */
export function emulatedAws(awsEndpoint: string, caFile: string): NodeJS.ProcessEnv {
  return {
    ...isolatedEnvironment(),
    AWS_ENDPOINT_URL: awsEndpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey,
    AWS_CA_BUNDLE: caFile,
    NODE_EXTRA_CA_CERTS: caFile,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/** Configuration of an AWS SDK client that talks to the emulator as its root user. */
export const emulatorClient = (awsEndpoint: string, caFile: string) => ({
  region,
  endpoint: awsEndpoint,
  credentials: rootCredentials,
  requestHandler: { httpsAgent: new Agent({ ca: readFileSync(caFile), keepAlive: true }) },
});
