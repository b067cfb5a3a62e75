import { createServer } from "node:net";
import { SetupError } from "./setup-error.ts";

/** The preferred port, or the next one that is free on loopback. */
export async function freePort(preferred: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = preferred; port < preferred + 200; port++) {
    if (!taken.has(port) && (await isFree(port))) {
      return port;
    }
  }
  throw new SetupError(`None of the ports ${preferred} to ${preferred + 199} is free: end what uses them and try again.`);
}

/** Free for `localhost` in both address families: a browser may try either. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
