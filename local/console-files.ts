import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

export interface ConsoleFile {
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  /** By content encoding. */
  readonly bodies: { readonly identity: Buffer; readonly gzip?: Buffer; readonly br?: Buffer };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/**
 * The built console by path, read and compressed once: a build that comes later, for a test say, does not change what a
 * running system serves.
 */
export async function readConsole(folder: string): Promise<ReadonlyMap<string, ConsoleFile>> {
  if (!existsSync(folder)) {
    return new Map();
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file.slice(folder.length), await read(file)] as const)),
  );
}

async function read(file: string): Promise<ConsoleFile> {
  const identity = await readFile(file);
  const type = types[extname(file)] ?? "application/octet-stream";
  return {
    type,
    etag: `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`,
    // Vite names what is in assets/ by its content.
    cacheControl: file.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    bodies: /^(text|application\/(json|manifest)|image\/svg)/.test(type)
      ? { identity, gzip: await promisify(gzip)(identity), br: await promisify(brotliCompress)(identity) }
      : { identity },
  };
}
