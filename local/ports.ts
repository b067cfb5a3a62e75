import { createServer } from "node:net";
import { SetupError } from "./setup-error.ts";

/** What the system listens on. */
export interface Ports {
  readonly web: number;
  readonly mailbox: number;
  readonly smtp: number;
  readonly aws: number;
  readonly sns: number;
}

const preferred: Ports = { web: 8080, mailbox: 1080, smtp: 1025, aws: 4566, sns: 4567 };

/** The preferred ports of `npm start`; for each that is taken the next free one, and a note that says so. */
export async function preferredPorts(note: (text: string) => void): Promise<Ports> {
  const chosen = new Set<number>();
  const choose = async (name: keyof Ports): Promise<number> => {
    const wanted = preferred[name];
    for (let port = wanted; port < wanted + 200; port++) {
      if (!chosen.has(port) && (await isFree(port))) {
        chosen.add(port);
        if (port !== wanted) note(`Port ${wanted} (${name}) is taken; using ${port}.`);
        return port;
      }
    }
    throw new SetupError(
      `None of the ports ${wanted} to ${wanted + 199} (${name}) is free: end what uses them and try again.`,
    );
  };
  return {
    web: await choose("web"),
    mailbox: await choose("mailbox"),
    smtp: await choose("smtp"),
    aws: await choose("aws"),
    sns: await choose("sns"),
  };
}

/** Ports that nobody expects anything on, for a system beside another one. */
export async function anyPorts(): Promise<Ports> {
  // All are held until each is known: a port closed early could be given out twice.
  const held = await Promise.all(Array.from({ length: 5 }, () => hold(0, "127.0.0.1")));
  const [web, mailbox, smtp, aws, sns] = held.map((each) => each?.port ?? 0);
  await Promise.all(held.map((each) => each?.release()));
  if (!web || !mailbox || !smtp || !aws || !sns) throw new Error("The system gave out no free port.");
  return { web, mailbox, smtp, aws, sns };
}

/** Free for `localhost` in both address families: a browser may try either. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1"]) {
    const held = await hold(port, host);
    await held?.release();
    if (!held) return false;
  }
  return true;
}

interface Held {
  readonly port: number;
  release(): Promise<void>;
}

/** Undefined where something else listens; an address family this machine lacks holds nothing up. */
function hold(port: number, host: string): Promise<Held | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error: NodeJS.ErrnoException) => {
      const absent = error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT";
      resolve(absent ? { port, release: async () => {} } : undefined);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : port,
        release: () => new Promise((released) => server.close(() => released())),
      });
    });
  });
}
