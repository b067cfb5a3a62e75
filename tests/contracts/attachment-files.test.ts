import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, request } from "node:https";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { emulatorClient } from "../../local/environment.ts";
import { readState } from "../../local/state.ts";
import { memoryAttachmentFiles } from "../../shared/adapters/memory/attachment-files.ts";
import { s3AttachmentFiles } from "../../shared/adapters/s3/attachment-files.ts";
import { PART_SIZE } from "../../shared/domain/attachment.ts";
import type { AttachmentFiles, SignedPart } from "../../shared/domain/attachment-files.ts";
import { sha256 } from "../unit/workers/pictures.ts";

const { awsEndpoint, caFile } = await readState(process.env["IPR_CENCOMM_STATE"]);
const client = new S3Client({
  ...emulatorClient(awsEndpoint, caFile),
  // As functions/runtime/dependencies.ts makes it.
  requestChecksumCalculation: "WHEN_REQUIRED",
});

const agent = new Agent({ ca: readFileSync(caFile) });

let bucket = "";
beforeAll(async () => {
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  const found = Buckets.find(({ Name = "" }) => /-attachments-\d+-[a-z0-9-]+$/.test(Name));
  bucket = found?.Name ?? "";
  expect(bucket).not.toBe("");
});

interface World {
  readonly files: AttachmentFiles;
  /** Sends bytes to where a part belongs; answers whether they were taken. */
  readonly put: (part: SignedPart, bytes: Buffer) => Promise<boolean>;
}

const inMemory = (): World => {
  const files = memoryAttachmentFiles();
  return { files, put: async ({ url }, bytes) => files.put(url, bytes) === 200 };
};

/** Asks as a browser does, with nothing but the address and its headers. */
const ask = (method: "GET" | "PUT", url: string, body: Buffer = Buffer.alloc(0), headers = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const length = method === "PUT" ? { "content-length": body.length } : {};
    const call = request(url, { method, agent, headers: { ...headers, ...length } }, async (answer) => {
      const chunks = await answer.toArray();
      const text = Buffer.concat(chunks).toString();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
    });
    call.on("error", reject);
    call.end(body);
  });

const inS3 = (): World => ({
  files: s3AttachmentFiles(client, bucket),
  put: async ({ url, headers }, bytes) => (await ask("PUT", url, bytes, headers)).status === 200,
});

const file = Buffer.concat([Buffer.alloc(PART_SIZE, "a"), Buffer.from("the rest")]);
const parts = [file.subarray(0, PART_SIZE), file.subarray(PART_SIZE)].map((bytes, n) => ({
  number: n + 1,
  size: bytes.length,
  sha256: sha256(bytes),
}));
const bytesOf = (number: number): Buffer => file.subarray((number - 1) * PART_SIZE, number * PART_SIZE);

describe.each([
  ["memory", inMemory],
  ["S3", inS3],
])("where files arrive and are kept (%s)", (_, make) => {
  const begun = async () => {
    const world = make();
    const id = v7();
    const upload = await world.files.begin(id);
    const signed = await world.files.sign(id, upload, parts, 60);
    return { ...world, id, upload, signed };
  };
  const sent = async () => {
    const world = await begun();
    for (const part of world.signed) expect(await world.put(part, bytesOf(part.number))).toBe(true);
    return world;
  };

  test("an upload begins without parts, and tells those that arrived in their order", async () => {
    const { files, put, id, upload, signed } = await begun();
    expect(await files.arrived(id, upload)).toEqual([]);
    const [first, second] = signed;
    if (first === undefined || second === undefined) throw new Error("Two parts were to be signed");
    expect(await put(second, bytesOf(2))).toBe(true);
    expect((await files.arrived(id, upload))?.map(({ number, size }) => [number, size])).toEqual([[2, 8]]);
    expect(await put(first, bytesOf(1))).toBe(true);
    const arrived = (await files.arrived(id, upload)) ?? [];
    expect(arrived.map(({ number, size }) => [number, size])).toEqual([
      [1, PART_SIZE],
      [2, 8],
    ]);
    for (const { number, sha256: told } of arrived)
      expect([undefined, parts[number - 1]?.sha256]).toContain(told);
  });

  test("a part is taken with the bytes and the length that were signed, and with no others", async () => {
    const { files, put, id, upload, signed } = await begun();
    const part = signed[1];
    if (part === undefined) throw new Error("Two parts were to be signed");
    expect(await put(part, Buffer.from("the best"))).toBe(false);
    expect(await put(part, Buffer.from("the res"))).toBe(false);
    expect(await put(part, Buffer.from("the rest!"))).toBe(false);
    expect(await files.arrived(id, upload)).toEqual([]);
  });

  test("nothing can be read before it is finished; then it is whole, and no address changes it", async () => {
    const { files, put, id, upload, signed } = await sent();
    expect(await files.read(id)).toBeUndefined();
    await files.finish(id, upload);
    expect(sha256((await files.read(id)) ?? Buffer.alloc(0))).toBe(sha256(file));
    expect(await files.arrived(id, upload)).toBeUndefined();
    for (const part of signed) expect(await put(part, bytesOf(part.number))).toBe(false);
    expect(sha256((await files.read(id)) ?? Buffer.alloc(0))).toBe(sha256(file));
  });

  test("finishing twice, also at once, is finishing once", async () => {
    const { files, id, upload } = await sent();
    await Promise.all([files.finish(id, upload), files.finish(id, upload)]);
    await files.finish(id, upload);
    expect(sha256((await files.read(id)) ?? Buffer.alloc(0))).toBe(sha256(file));
  });

  test("what is cleared is gone, begun or finished, and clearing it again is no fault", async () => {
    for (const isFinished of [false, true]) {
      const { files, put, id, upload, signed } = await sent();
      if (isFinished) await files.finish(id, upload);
      for (let n = 0; n < 2; n++) await files.clear(id, upload);
      expect(await files.read(id)).toBeUndefined();
      expect(await files.arrived(id, upload)).toBeUndefined();
      const [part] = signed;
      if (part !== undefined) expect(await put(part, bytesOf(1))).toBe(false);
      // Whoever says late that all was sent makes no file of it.
      await files.finish(id, upload);
      expect(await files.read(id)).toBeUndefined();
    }
  });

  test("what is kept is replaced by what is kept again, and both files go together", async () => {
    const { files } = make();
    const id = v7();
    const as = { mediaType: "image/jpeg", fileName: "seal.jpg" };
    await files.keep(id, "file", Buffer.from("one"), as);
    await files.keep(id, "file", Buffer.from("two"), as);
    await files.keep(id, "thumbnail", Buffer.from("small"), as);
    for (let n = 0; n < 2; n++) await files.remove(id);
    expect(await files.link(id, "file", 60)).toContain(id);
  });
});

describe("a link to what is kept in S3", () => {
  test("is a download of the file by its name, and of nothing once it is removed", async () => {
    const { files } = inS3();
    const id = v7();
    const fileName = 'Scellé "n° 1", 封条.jpg'.replaceAll('"', "'");
    await files.keep(id, "file", Buffer.from("a picture"), { mediaType: "image/jpeg", fileName });
    const link = await files.link(id, "file", 60);
    expect(new URL(link).searchParams.get("X-Amz-Expires")).toBe("60");
    const answer = await ask("GET", link);
    expect(answer).toMatchObject({ status: 200, text: "a picture" });
    expect(answer.headers).toMatchObject({
      "content-type": "image/jpeg",
      "cache-control": "private, no-store",
    });
    const disposition = answer.headers["content-disposition"] ?? "";
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? "")).toBe(fileName);
    await files.remove(id);
    expect((await ask("GET", link)).status).toBe(404);
  });
});
