import { X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "selfsigned";
import { root } from "./environment.ts";

export interface Certificates {
  readonly caFile: string;
  readonly certificateFile: string;
  readonly keyFile: string;
}

const day = 24 * 60 * 60 * 1000;

/** A certificate for the emulator and the authority it is from, whose key is thrown away: it can sign nothing else. */
export async function prepareCertificates(): Promise<Certificates> {
  const folder = join(root, ".local", "certificates");
  const files = filesIn(folder);
  if (!(await isCurrent(files))) {
    const draft = `${folder}.${process.pid}`;
    await make(draft);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return files;
}

const filesIn = (folder: string): Certificates => ({
  caFile: join(folder, "ca.pem"),
  certificateFile: join(folder, "localhost.pem"),
  keyFile: join(folder, "localhost-key.pem"),
});

async function isCurrent(files: Certificates): Promise<boolean> {
  if (!existsSync(files.keyFile)) {
    return false;
  }
  const { validToDate } = new X509Certificate(await readFile(files.certificateFile));
  return validToDate.getTime() > Date.now() + 30 * day;
}

async function make(folder: string): Promise<void> {
  const common = {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + 800 * day),
  } as const;
  const authority = await generate([{ name: "commonName", value: "IPR CENcomm local authority" }], {
    ...common,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: "commonName", value: "localhost" }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = filesIn(folder);
  await writeFile(files.caFile, authority.cert);
  await writeFile(files.certificateFile, leaf.cert);
  await writeFile(files.keyFile, leaf.private, { mode: 0o600 });
}
