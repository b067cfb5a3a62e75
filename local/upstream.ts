import type { ClientRequest, IncomingHttpHeaders, OutgoingHttpHeaders, Server } from "node:http";
import { Agent, request } from "node:https";

/** Opens a call to the emulator. It tells its services apart by the Host header, which is the caller's to give. */
export type Upstream = (method: string, path: string, headers: OutgoingHttpHeaders) => ClientRequest;

export function emulatorUpstream(port: number, ca: Buffer): Upstream {
  const agent = new Agent({ keepAlive: true, ca });
  return (method, path, headers) =>
    request({
      agent,
      host: "127.0.0.1",
      port,
      // Else taken from the Host header, which the certificate does not name.
      servername: "localhost",
      method,
      path,
      headers,
    });
}

const hopByHop = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "expect",
  "te",
  "trailer",
]);

/** The headers that a proxy hands on. */
export function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}

export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
}

/** Stops listening, and ends what is still connected after two seconds. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), 2000);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
