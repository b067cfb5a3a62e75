import { nodeCryptography } from "../../../shared/adapters/crypto/cryptography.ts";
import { auditProof, type Proof } from "../../../shared/domain/audit-proof.ts";
import type { Exchange } from "../api/exchange.ts";

/** An export as a client makes a file of it: each item of each page is a line. */
export const exportedLines = async (
  of: Exchange,
  who = "FR auditor",
  query = "",
): Promise<readonly string[]> => {
  const lines: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = `${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const { json, status } = await of.call(who, "GET", `/v1/audit/export?${query}${page}`.replace("?&", "?"));
    if (status !== 200) throw new Error(`The export was answered with ${status}`);
    lines.push(...json.items.map((item: unknown) => JSON.stringify(item)));
    cursor = json.nextCursor;
  }
  return lines;
};

/** What the offline verifier says of a file. */
export const proofOf = (lines: readonly string[], keys: readonly string[] = []): Proof => {
  const proof = auditProof(nodeCryptography, new Set(keys));
  for (const line of lines) proof.accept(line);
  return proof.result();
};
