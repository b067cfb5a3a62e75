/*
 * How fast the offline verifier is, and how much memory it needs: writes an export of a million entries with a checkpoint for each
 * thousand of them into the system's folder for temporary files (some 500 MB, removed afterwards), and verifies it by the command
 * that people use, in a process of its own.
 *
 *   node tests/bench/audit-verify.ts [entries]
 */
import { spawnSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { v7 } from "uuid";
import { nodeCryptography } from "../../shared/adapters/crypto/cryptography.ts";
import { beginning, type ChainHead, GENESIS, linked } from "../../shared/domain/audit-chain.ts";
import type { ExportLine } from "../../shared/domain/audit-export.ts";
import { inCodeOrder, inclusionsOf, rootOf, signedText } from "../../shared/domain/checkpoint.ts";
import { members } from "../../shared/reference/members.ts";

const count = Number(process.argv[2] ?? 1_000_000);
const EACH = 1000;
const { sha256, fingerprint } = nodeCryptography;
const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const spki = publicKey.export({ format: "der", type: "spki" }).toString("base64");

/** The other administrations' ends; only their number matters. */
const others = members
  .filter(({ code }) => code !== "FR")
  .map(({ code }) => ({ administration: code, seq: 1, hash: sha256(code) }));

let previous = GENESIS;
const checkpointLine = (number: number, head: ChainHead, at: string): ExportLine => {
  const heads = [...inCodeOrder([...others, head])];
  const unsigned = {
    number,
    at,
    previous,
    size: heads.length,
    root: rootOf(sha256, heads),
    key: fingerprint(spki),
  };
  const text = signedText(unsigned);
  previous = sha256(text);
  const signature = sign("sha256", Buffer.from(text), privateKey).toString("base64");
  const checkpoint = { ...unsigned, signature, publicKey: spki };
  const inclusion = inclusionsOf(sha256, { checkpoint, heads }).find(
    ({ head: { administration } }) => administration === "FR",
  );
  if (inclusion === undefined) throw new Error("The checkpoint is not over this trail");
  return { kind: "checkpoint", checkpoint, inclusion };
};

function* exported(): Generator<ExportLine> {
  yield { kind: "trail", administration: "FR", from: 1, to: count, after: GENESIS };
  let head = beginning("FR");
  const actor = v7();
  for (let number = 1; head.seq < count; number++) {
    const at = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString();
    const entries = Array.from({ length: Math.min(EACH, count - head.seq) }, (_, n) => ({
      // As an export has them.
      action: n % 20 === 0 ? "alerts.release" : "alerts.get",
      actor,
      administration: "FR",
      at,
      detail: { version: 1 + (n % 3) },
      id: v7(),
      subject: v7(),
    }));
    for (const sealed of linked(sha256, head, entries)) {
      yield { kind: "entry", ...sealed };
      head = { administration: "FR", seq: sealed.seq, hash: sealed.hash };
    }
    yield checkpointLine(number, head, at);
  }
  yield { kind: "end", administration: "FR", seq: count };
}

const folder = mkdtempSync(join(tmpdir(), "ipr-cencomm-bench-"));
try {
  const file = join(folder, "export.jsonl");
  const output = createWriteStream(file);
  let lines: string[] = [];
  const flush = async () => {
    if (!output.write(`${lines.join("\n")}\n`)) await once(output, "drain");
    lines = [];
  };
  for (const line of exported()) {
    lines.push(JSON.stringify(line));
    if (lines.length === 5000) await flush();
  }
  if (lines.length > 0) await flush();
  await finished(output.end());

  const measure = `process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    console.error(JSON.stringify({ seconds: performance.now() / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6, MiB: maxRSS / 1024 }));
  });`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(measure)}`,
      join(import.meta.dirname, "../../local/audit-verify.ts"),
      file,
      "--key",
      fingerprint(spki),
    ],
    { encoding: "utf8" },
  );
  console.log(stdout);
  if (status !== 0) throw new Error(`It was not verified: ${stderr}`);
  const measured = stderr.trim().split("\n").at(-1) ?? "";
  const { seconds, cpu, MiB } = JSON.parse(measured) as { seconds: number; cpu: number; MiB: number };
  console.log(
    [
      `${count} entries, ${Math.round(statSync(file).size / 2 ** 20)} MiB`,
      `${seconds.toFixed(1)} s elapsed, ${cpu.toFixed(1)} s of processor time`,
      `${Math.round(count / seconds)} entries/s`,
      `${Math.round(MiB)} MiB at most`,
    ].join("\n"),
  );
} finally {
  rmSync(folder, { recursive: true });
}
