import { createReadStream, existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { nodeCryptography } from "../shared/adapters/crypto/cryptography.ts";
import { auditProof, type Proof } from "../shared/domain/audit-proof.ts";
import { report, SetupError } from "./setup-error.ts";

const USAGE =
  "Say which export to verify: npm run audit:verify -- export.jsonl [--key <fingerprint of a public key>]";

const NEWLINE = 0x0a;

/** Hands over the lines of a file, of which it holds one chunk at a time. */
async function forEachLine(file: string, take: (line: string) => void): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes.toString("utf8", start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) take(rest.toString("utf8"));
}

const told = ({ administration, from, upTo, checkpoints, signed, keys, fault }: Proof): string => {
  const lines: string[] = [];
  if (fault !== undefined)
    lines.push(
      `NOT PROVEN: entry ${fault.seq} of the trail of ${administration || "nobody"} is wrong (line ${fault.line} of the file).`,
      fault.detail,
    );
  if (upTo >= from)
    lines.push(`Entries ${from} to ${upTo} of the trail of ${administration} are linked without a gap.`);
  else if (fault === undefined) lines.push(`The trail of ${administration} holds no entry here.`);
  if (signed !== undefined)
    lines.push(
      `Entries up to ${signed.seq} are signed: checkpoint ${signed.number} of ${signed.at} (${checkpoints} checkpoints verified).`,
    );
  if (upTo > (signed?.seq ?? from - 1))
    lines.push(
      `Entries ${Math.max((signed?.seq ?? 0) + 1, from)} to ${upTo} are not signed yet: a checkpoint is made every hour.`,
    );
  if (keys.length > 0)
    lines.push(
      "Keys that signed, to be compared with those the exchange published:",
      ...keys.map((key) => `  ${key}`),
    );
  return lines.join("\n");
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: "string", multiple: true, default: [] } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new SetupError(USAGE);
  if (!existsSync(file)) throw new SetupError(`There is no file ${file}.`);
  const wrong = values.key.find((key) => !/^[0-9a-f]{64}$/.test(key));
  if (wrong !== undefined)
    throw new SetupError(`A key's fingerprint is 64 hexadecimal digits; ${wrong} is not.`);
  const proof = auditProof(nodeCryptography, new Set(values.key));
  await forEachLine(file, proof.accept);
  const result = proof.result();
  console.log(told(result));
  process.exitCode = result.fault === undefined ? 0 : 1;
} catch (error) {
  report(error);
}
process.exit();
