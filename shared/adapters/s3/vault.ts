import { createHash } from "node:crypto";
import type { Vault } from "../../domain/checkpoint.ts";
import { type Credentials, signedHeaders } from "./signature.ts";

interface Place {
  readonly bucket: string;
  readonly region: string;
  /** Where S3 is, when not at its own address: the SDK's own variable for it. */
  readonly endpoint: string | undefined;
  readonly credentials: () => Credentials;
}

/** S3 answers with a fault of its own, or with 409 while another write of the name is under way. */
const ATTEMPTS = 4;

/**
 * A bucket with Object Lock: what is put there is kept for as long as the bucket says, and nothing is put over it. Two kinds
 * of requests, so there is no client of S3 in the bundle.
 */
export const s3Vault = ({ bucket, region, endpoint, credentials }: Place): Vault => {
  const ask = async (method: "GET" | "PUT", name: string, body = "", headers = {}): Promise<Response> => {
    const url = new URL(`${endpoint ?? `https://s3.${region}.amazonaws.com`}/${bucket}/${name}`);
    for (let attempt = 1; ; attempt++) {
      const signed = signedHeaders({ method, url, headers, body }, credentials(), region, new Date());
      const answer = await fetch(url, { method, headers: signed, ...(method === "PUT" ? { body } : {}) });
      if ((answer.status < 500 && answer.status !== 409) || attempt >= ATTEMPTS) return answer;
      await new Promise((resume) => setTimeout(resume, Math.random() * 100 * 2 ** attempt));
    }
  };

  const read = async (name: string): Promise<string | undefined> => {
    const answer = await ask("GET", name);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`S3 answered ${answer.status} when ${name} was read`);
    return answer.text();
  };

  return {
    read,
    keep: async (name, text) => {
      const answer = await ask("PUT", name, text, {
        "content-type": "application/json",
        "if-none-match": "*",
        // S3 asks for a checksum of what it is to lock.
        "x-amz-checksum-sha256": createHash("sha256").update(text).digest("base64"),
      });
      if (answer.ok) return text;
      const kept = answer.status === 412 ? await read(name) : undefined;
      if (kept === undefined) throw new Error(`S3 answered ${answer.status} when ${name} was kept`);
      return kept;
    },
  };
};
