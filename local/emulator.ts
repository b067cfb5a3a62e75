import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Certificates } from "./certificates.ts";
import { isolatedEnvironment, region, rootCredentials } from "./environment.ts";
import type { Processes, Running } from "./processes.ts";

export interface EmulatorSettings {
  readonly python: string;
  readonly certificates: Certificates;
  readonly directory: string;
  readonly port: number;
  readonly smtpPort: number;
  readonly snsPort: number;
}

/** The AWS emulator, with IAM enforced and TLS on; resolves when it answers. */
export async function startEmulator(processes: Processes, settings: EmulatorSettings): Promise<Running> {
  const state = join(settings.directory, "emulator");
  const temporary = join(state, "tmp");
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  // Lambdas are unpacked here, and on AWS there is no package.json above them: ours would make modules of their scripts.
  await writeFile(join(temporary, "package.json"), "{}");
  const emulator = processes.start({
    command: settings.python,
    args: [join(import.meta.dirname, "emulator.py")],
    env: environment(settings, state, temporary),
    log: join(settings.directory, "emulator.log"),
  });
  await answering(emulator, settings);
  return emulator;
}

function environment(settings: EmulatorSettings, state: string, temporary: string): NodeJS.ProcessEnv {
  const { caFile, certificateFile, keyFile } = settings.certificates;
  return {
    ...isolatedEnvironment(),
    AUTH: "true",
    USE_SSL: "1",
    MINISTACK_SSL_CERT: certificateFile,
    MINISTACK_SSL_KEY: keyFile,
    // Lambdas inherit these two.
    NODE_EXTRA_CA_CERTS: caFile,
    AWS_CA_BUNDLE: caFile,
    BIND_HOST: "127.0.0.1",
    GATEWAY_PORT: String(settings.port),
    // Lambdas reach each API and each pool's keys by their real names.
    MINISTACK_HOST: `${region}.amazonaws.com`,
    MINISTACK_REGION: region,
    SMTP_HOST: `127.0.0.1:${settings.smtpPort}`,
    // Lambdas' calls to SNS pass through local/sns-delivery.ts.
    AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${settings.snsPort}`,
    AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey,
    PERSIST_STATE: "1",
    STATE_DIR: state,
    S3_PERSIST: "1",
    S3_DATA_DIR: join(state, "s3"),
    TMPDIR: temporary,
    IOT_MTLS_ENABLED: "0",
    SFTP_ENABLED: "0",
    // It would remove containers of other emulators on this machine's Docker.
    DOCKER_HOST: "unix:///nonexistent",
  };
}

async function answering(emulator: Running, { port, certificates }: EmulatorSettings): Promise<void> {
  let ended = false;
  emulator.exited
    .finally(() => {
      ended = true;
    })
    .catch(() => {});
  const ca = await readFile(certificates.caFile);
  for (let attempt = 0; attempt < 300 && !ended; attempt++) {
    if (await isHealthy(port, ca)) {
      return;
    }
    await sleep(200);
  }
  throw new Error(`The emulator did not begin to answer. Its last words:\n${emulator.tail()}`);
}

function isHealthy(port: number, ca: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request(
      { host: "127.0.0.1", port, path: "/_ministack/health", ca, timeout: 2000 },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    probe.on("timeout", () => probe.destroy());
    probe.on("error", () => resolve(false));
    probe.end();
  });
}
