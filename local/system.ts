import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { SNSClient } from "@aws-sdk/client-sns";
import { outputs as outputNames } from "../shared/names.ts";
import { prepareCertificates } from "./certificates.ts";
import { buildConsole, consoleFolder } from "./console-build.ts";
import { deploy } from "./deploy.ts";
import { startEmulator } from "./emulator.ts";
import { emulatorClient } from "./environment.ts";
import { startGateway } from "./gateway.ts";
import { startMailbox } from "./mailbox.ts";
import type { Ports } from "./ports.ts";
import { createProcesses } from "./processes.ts";
import type { Progress } from "./progress.ts";
import { preparePython } from "./python.ts";
import { openConfirmations } from "./sns-confirmations.ts";
import { startSnsDelivery } from "./sns-delivery.ts";
import { emulatorUpstream } from "./upstream.ts";

export interface SystemSettings {
  /** Everything the system keeps. */
  readonly directory: string;
  readonly ports: Ports;
  readonly progress: Progress;
  /** Forgets what an earlier run kept there. */
  readonly fresh: boolean;
  /** Ends the start, and every process begun for it. */
  readonly signal: AbortSignal;
}

export interface System {
  readonly webUrl: string;
  readonly apiUrl: string;
  readonly mailboxUrl: string;
  readonly awsEndpoint: string;
  readonly caFile: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Whether it holds what an earlier run stored. */
  readonly restored: boolean;
  /** Ends every process it started; what it holds is kept in the directory. */
  stop(): Promise<void>;
}

/** The emulator saves its state when it ends. */
const SAVED_WITHIN_MS = 120_000;

/** The whole system on this machine: the emulated AWS with the operator's own deployment in it, mailbox and gateway. */
export async function startSystem(settings: SystemSettings): Promise<System> {
  const { directory, ports, progress, signal } = settings;
  const processes = createProcesses();
  const stops: (() => Promise<void>)[] = [() => processes.stopAll()];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  const onAbort = () => void processes.stopAll();
  signal.addEventListener("abort", onAbort, { once: true });

  try {
    if (settings.fresh) await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    const log = (name: string) => join(directory, `${name}.log`);
    const onError = (error: unknown) => progress.note(String(error));

    const certificates = await prepareCertificates();
    const { caFile } = certificates;
    const ca = await readFile(caFile);
    const python = await progress.step("Python packages", (detail) => preparePython(processes, detail));
    await progress.step("Console", () => buildConsole(processes, log("console")));

    const mailbox = await progress.step("Mailbox", () =>
      startMailbox(directory, { smtp: ports.smtp, web: ports.mailbox }),
    );
    stops.push(() => mailbox.stop());
    const awsEndpoint = `https://127.0.0.1:${ports.aws}`;
    const upstream = emulatorUpstream(ports.aws, ca);
    const sns = await startSnsDelivery({
      port: ports.sns,
      upstream,
      sns: new SNSClient(emulatorClient(awsEndpoint, caFile)),
      mailbox,
      confirmations: openConfirmations(join(directory, "confirmations.json")),
      onError,
    });
    stops.push(() => sns.stop());
    const emulator = await progress.step("AWS emulator", () =>
      startEmulator(processes, {
        python,
        certificates,
        directory,
        port: ports.aws,
        smtpPort: ports.smtp,
        snsPort: ports.sns,
      }),
    );
    stops.push(() => emulator.stop(SAVED_WITHIN_MS));
    void emulator.exited
      .finally(() => {
        if (stops.length > 0 && !signal.aborted)
          progress.note(`The emulator ended by itself; see ${log("emulator")}.`);
      })
      .catch(onError);

    const webUrl = `http://localhost:${ports.web}`;
    const { outputs, restored } = await progress.step("Deployment", (detail) =>
      deploy(processes, { awsEndpoint, caFile, directory, consoleUrl: webUrl }, detail),
    );
    const deployedApi = outputs[outputNames.apiUrl];
    if (!deployedApi) throw new Error(`The stacks have no output ${outputNames.apiUrl}.`);
    const gateway = await startGateway({
      port: ports.web,
      upstream,
      apiUrl: deployedApi,
      consoleFolder,
      mailboxUrl: mailbox.url,
      onError,
    });
    stops.push(() => gateway.stop());
    if (!existsSync(consoleFolder)) progress.note("There is no console yet; the API is served alone.");
    return {
      webUrl,
      apiUrl: `${webUrl}/v1`,
      mailboxUrl: mailbox.url,
      awsEndpoint,
      caFile,
      outputs,
      restored,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
