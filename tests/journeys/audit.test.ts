import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../local/environment.ts";
import { addressOf, members } from "../../local/seed/administrations.ts";
import { acceptInvitation } from "../../local/seed/joining.ts";
import { audit } from "../../shared/contract/audit.ts";
import { users } from "../../shared/contract/users.ts";
import type { ExportLine } from "../../shared/domain/audit-export.ts";
import { draftBy } from "./releasing.ts";
import { performNow } from "./scheduled.ts";
import { api, exchange, refusal, request, run, tokenOf, until } from "./system.ts";

const folder = mkdtempSync(join(tmpdir(), "ipr-cencomm-audit-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** France's auditor, invited by its contact point. */
let auditor: string;

beforeAll(async () => {
  const france = members.find(({ code }) => code === "FR");
  if (france === undefined) throw new Error("France is not seeded");
  const email = addressOf(france, `auditor-${run}`);
  const token = await tokenOf("FR", "contact-point");
  await api.call(users.invite, { token, body: { name: "Auditor of France", email, roles: ["auditor"] } });
  auditor = (await acceptInvitation(exchange, france, email, ["auditor"])).token;
});

const checkpoint = () => performNow("schedules/checkpoint");

const exported = async (token: string): Promise<readonly ExportLine[]> => {
  const lines: ExportLine[] = [];
  let cursor: string | null = null;
  do {
    const { body }: { body: { items: ExportLine[]; nextCursor: string | null } } = await api.call(
      audit.export,
      {
        token,
        query: cursor === null ? {} : { cursor },
      },
    );
    lines.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return lines;
};

/** The command that people use, with nothing but the file. */
const verified = (name: string, text: string, ...args: readonly string[]) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, "local/audit-verify.ts"), file, ...args],
    { encoding: "utf8" },
  );
  return { status, stdout };
};

test("a change is sealed within seconds, and its administration's auditor reads it", async () => {
  const began = Date.now();
  const { id } = (await draftBy("FR", "officer")).params;
  const [entry] = await until("the sealed entry", async () => {
    const { body } = await api.call(audit.list, { token: auditor, query: { subject: id } });
    return body.items.length > 0 ? body.items : undefined;
  });
  console.log(`Sealed and read ${((Date.now() - began) / 1000).toFixed(1)} s after the change began`);
  expect(entry).toMatchObject({ entry: { administration: "FR", action: "alerts.create", subject: id } });
  expect(Date.now() - began).toBeLessThan(10_000);
});

test("another administration's trail is as unknown as that of none; the secretariat's operator reads it", async () => {
  for (const path of ["", "/verification"]) {
    const answers = await Promise.all(
      ["KE", "DE", "ZW"].map((code) =>
        request("GET", `/audit${path}?administration=${code}`, { token: auditor }),
      ),
    );
    for (const { status, type, headerNames, json } of answers) {
      expect({ status, type, headerNames, json: { ...json, instance: "" } }).toEqual({
        ...answers[0],
        json: { ...answers[0]?.json, instance: "" },
      });
      expect(status).toBe(404);
    }
  }
  const token = await tokenOf("WCO", "operator");
  const { body } = await api.call(audit.list, { token, query: { administration: "FR" } });
  for (const item of body.items) expect(item).toMatchObject({ entry: { administration: "FR" } });
  const officer = api.call(audit.list, { token: await tokenOf("FR", "officer") });
  expect(await refusal(officer)).toMatchObject({ status: 403 });
});

test("an export is proven offline by the signed checkpoints, and one changed byte of it is not", async () => {
  await checkpoint();
  const { body } = await api.call(audit.checkpoints, { token: auditor, query: { limit: "1" } });
  const key = body.items[0]?.key ?? "";
  const lines = await exported(auditor);
  const text = lines.map((line) => JSON.stringify(line)).join("\n");

  const whole = verified("export.jsonl", `${text}\n`, "--key", key);
  expect(whole.stdout).toContain("are linked without a gap");
  expect(whole.stdout).toMatch(/Entries up to \d+ are signed/);
  expect(whole.status).toBe(0);

  const entry = lines.findLast((line) => line.kind === "entry");
  if (entry === undefined) throw new Error("The trail is empty");
  const {
    seq,
    entry: { id },
  } = entry;
  const changed = text.replace(id, `${id.slice(0, -1)}z`);
  const broken = verified("changed.jsonl", changed);
  expect(broken.stdout).toContain(`NOT PROVEN: entry ${seq} of the trail of FR is wrong`);
  expect(broken.status).toBe(1);
  expect(verified("other-key.jsonl", text, "--key", "0".repeat(64)).status).toBe(1);
});

test("the exchange proves the trail itself, up to its end and up to what is signed", async () => {
  await checkpoint();
  const { body } = await api.call(audit.verification, { token: auditor });
  expect(body).toMatchObject({ administration: "FR", from: 1, fault: null });
  expect(body.signedUpTo).toBeGreaterThan(1);
});
