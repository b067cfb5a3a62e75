import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type ConsoleFile, readConsole } from "./console-files.ts";
import { region } from "./environment.ts";
import { closeServer, endToEnd, listen, type Upstream } from "./upstream.ts";

export interface GatewaySettings {
  readonly port: number;
  readonly upstream: Upstream;
  /** The deployed API's own address, from the stack's outputs. */
  readonly apiUrl: string;
  /** The built console. */
  readonly consoleFolder: string;
  /** Where mails are read; there is such a thing locally only. */
  readonly mailboxUrl: string;
  readonly onError: (error: unknown) => void;
}

/** Where systems get their tokens, as a pool's own domain calls it. */
const TOKEN_PATH = "/oauth2/token";

/** As CloudFront's response headers policy sets them in the edge stack. */
export const securityHeaders = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** One origin for the console, its configuration, the API and Cognito, as CloudFront is in the edge stack. */
export async function startGateway(
  settings: GatewaySettings,
): Promise<{ url: string; stop(): Promise<void> }> {
  const url = `http://localhost:${settings.port}`;
  const api = new URL(settings.apiUrl);
  const stage = api.pathname.replace(/\/$/, "");
  const files = await readConsole(settings.consoleFolder);
  const config = Buffer.from(
    JSON.stringify({
      region,
      cognitoEndpoint: `${url}/cognito`,
      tokenEndpoint: `${url}${TOKEN_PATH}`,
      mailboxUrl: settings.mailboxUrl,
    }),
  );

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path === "/v1" || path.startsWith("/v1/")) {
      handOn(request, response, `${stage}${request.url}`, api.host);
    } else if (path === "/cognito" || path === "/cognito/") {
      // Told apart by its x-amz-target; by Cognito's own name the emulator would look for a bucket.
      handOn(request, response, "/", "localhost");
    } else if (path === TOKEN_PATH && request.method === "POST") {
      // On AWS each pool has a domain for it; the emulator finds the pool by the client, whatever the domain.
      handOn(request, response, TOKEN_PATH, "localhost");
    } else if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    } else if (path === "/config.json") {
      response
        .writeHead(200, { "content-type": "application/json", "cache-control": "no-cache" })
        .end(config);
    } else {
      serveFile(request, response, path);
    }
  }

  /** A path that is no file is one of the console's pages, which the console itself knows. */
  function serveFile(request: IncomingMessage, response: ServerResponse, path: string): void {
    const file = files.get(path) ?? (/\.\w+$/.test(path) ? undefined : files.get("/index.html"));
    for (const [name, value] of Object.entries(securityHeaders)) {
      response.setHeader(name, value);
    }
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such page.");
    } else if (request.headers["if-none-match"] === file.etag) {
      response.writeHead(304, { etag: file.etag, "cache-control": file.cacheControl }).end();
    } else {
      const [encoding, body] = bestBody(file, String(request.headers["accept-encoding"] ?? ""));
      response.writeHead(200, {
        "content-type": file.type,
        "content-length": body.length,
        "cache-control": file.cacheControl,
        etag: file.etag,
        vary: "accept-encoding",
        ...(encoding && { "content-encoding": encoding }),
      });
      response.end(request.method === "HEAD" ? undefined : body);
    }
  }

  function handOn(request: IncomingMessage, response: ServerResponse, path: string, host: string): void {
    const call = settings.upstream(request.method ?? "GET", path, { ...endToEnd(request.headers), host });
    call.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
      answer.pipe(response);
    });
    call.on("error", (error) => {
      settings.onError(error);
      if (response.headersSent) {
        response.destroy();
      } else {
        response.writeHead(502, { "content-type": "text/plain" }).end("The emulator did not answer.");
      }
    });
    response.on("close", () => call.destroy());
    request.pipe(call);
  }

  const server = createServer(serve);
  await listen(server, settings.port);
  return { url, stop: () => closeServer(server) };
}

function bestBody({ bodies }: ConsoleFile, accepted: string): readonly [string | undefined, Buffer] {
  if (bodies.br && /\bbr\b/.test(accepted)) return ["br", bodies.br];
  if (bodies.gzip && /\bgzip\b/.test(accepted)) return ["gzip", bodies.gzip];
  return [undefined, bodies.identity];
}
