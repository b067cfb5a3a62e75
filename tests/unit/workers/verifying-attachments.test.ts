import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { recordingScans } from "../../../functions/events/malware-scan/recording-scans.ts";
import { verifying } from "../../../functions/queues/attachment/verifying.ts";
import { memoryAttachmentFiles } from "../../../shared/adapters/memory/attachment-files.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import {
  attachmentItem,
  getAttachment,
  recordedScans,
} from "../../../shared/adapters/records/attachments.ts";
import { waitingOutbox } from "../../../shared/adapters/records/outbox.ts";
import { type Attachment, attachmentStates, attachmentSteps } from "../../../shared/domain/attachment.ts";
import type { AttachmentFiles } from "../../../shared/domain/attachment-files.ts";
import { noScanner } from "../../../shared/domain/malware-scanner.ts";
import { pngOf, sha256 } from "./pictures.ts";

const picture = pngOf(20, 10);
const clock = () => new Date();
const BUCKET = "attachments";

let store: ReturnType<typeof memoryRecordStore>;
let files: ReturnType<typeof memoryAttachmentFiles>;
let id: string;

beforeEach(async () => {
  store = memoryRecordStore();
  files = memoryAttachmentFiles();
  id = v7();
  const upload = await files.begin(id);
  const [part] = await files.sign(
    id,
    upload,
    [{ number: 1, size: picture.length, sha256: sha256(picture) }],
    60,
  );
  files.put(String(part?.url), picture);
  await files.finish(id, upload);
  const at = clock().toISOString();
  const quarantined: Attachment = {
    ...{ id, alert: v7(), administration: "FR", place: 1, createdBy: v7(), createdAt: at, changedAt: at },
    ...{ revision: 2, fileName: "seal.png", mediaType: "image/png", size: picture.length },
    ...{ sha256: sha256(picture), parts: [sha256(picture)], state: "quarantined", upload },
  };
  await store.writeMany([{ put: attachmentItem(quarantined) }]);
});

const worker = (through: AttachmentFiles = files, scanner = noScanner) =>
  verifying({ store, files: through, scanner, clock, newId: v7 });

test("a worker that is killed at any of its calls leaves work that is done again, with the same outcome", async () => {
  const begun = store.items();
  await worker()(id);
  const whole = { record: await getAttachment(store, id), kept: [...files.kept.keys()] };
  expect(whole.record?.state).toBe("clean");
  for (const name of ["read", "keep", "clear"] as const) {
    for (const after of [false, true]) {
      await store.writeMany([
        ...store.items().map(({ pk, sk }) => ({ delete: { pk, sk } })),
        ...begun.map((put) => ({ put })),
      ]);
      files.quarantine.set(id, picture);
      files.kept.clear();
      const dying = (async (...given: never[]) => {
        if (after) await (files[name] as (...all: never[]) => Promise<unknown>)(...given);
        throw new Error("Killed");
      }) as never;
      await expect(worker({ ...files, [name]: dying })(id)).rejects.toThrow("Killed");
      await worker()(id);
      const { changedAt: _, ...record } = (await getAttachment(store, id)) ?? {};
      expect(record, `${name} ${after}`).toEqual({ ...whole.record, changedAt: undefined });
      expect([...files.kept.keys()]).toEqual(whole.kept);
      expect(files.quarantine.size).toBe(0);
    }
  }
});

test("nothing leads out of what is given out or refused, and everything begins as awaited", () => {
  const steps = Object.values(attachmentSteps);
  const reached = new Set<string>(["awaited", ...steps.map(({ to }) => to)]);
  expect([...reached].sort()).toEqual([...attachmentStates].sort());
  for (const { from } of steps) expect(["clean", "refused"]).not.toContain(from);
});

describe("where a malware scanner is deployed", () => {
  /** AWS's own example of "GuardDuty Malware Protection Object Scan Result". */
  const event = (scanResultStatus: string, change: object = {}, scanStatus = "COMPLETED") => ({
    version: "0",
    id: "72c7d362-737a-6dce-fc78-9e27a0171419",
    "detail-type": "GuardDuty Malware Protection Object Scan Result",
    source: "aws.guardduty",
    account: "111122223333",
    time: "2024-02-28T01:01:01Z",
    region: "us-east-1",
    resources: ["arn:aws:guardduty:us-east-1:111122223333:malware-protection-plan/b4c7f464ab3a4EXAMPLE"],
    detail: {
      schemaVersion: "1.0",
      scanStatus,
      resourceType: "S3_OBJECT",
      s3ObjectDetails: {
        bucketName: BUCKET,
        objectKey: `quarantine/${id}`,
        eTag: "ASIAI44QH8DHBEXAMPLE",
        versionId: "d41d8cd98f00b204e9800998eEXAMPLE",
        s3Throttled: false,
        ...change,
      },
      scanResultDetails: {
        scanResultStatus,
        threats: scanResultStatus === "THREATS_FOUND" ? [{ name: "EICAR-Test-File (not a virus)" }] : null,
      },
    },
  });
  const hear = (...about: Parameters<typeof event>) =>
    recordingScans({ store, bucket: BUCKET, clock, newId: v7 })(event(...about));
  const scanned = () => worker(files, recordedScans(store));
  const queued = async () => (await waitingOutbox(store, "9")).map(({ work }) => work);

  test("a file stays in quarantine until its result is there, whichever comes first", async () => {
    await scanned()(id);
    expect((await getAttachment(store, id))?.state).toBe("quarantined");
    await hear("NO_THREATS_FOUND");
    expect(await queued()).toEqual([{ kind: "attachment-uploaded", attachment: id }]);
    await scanned()(id);
    expect(await getAttachment(store, id)).toMatchObject({ state: "clean", scan: "clean" });
  });

  test("what it found something in is refused, and nothing of it is kept", async () => {
    await hear("THREATS_FOUND");
    await scanned()(id);
    expect(await getAttachment(store, id)).toMatchObject({
      state: "refused",
      refusal: "malware",
      scan: "infected",
    });
    expect(files.kept.size).toBe(0);
    expect(files.quarantine.size).toBe(0);
  });

  test.each([
    ["UNSUPPORTED", "SKIPPED"],
    ["ACCESS_DENIED", "SKIPPED"],
    ["FAILED", "FAILED"],
  ])("%s leaves it in quarantine, and is told to the operators", async (result, status) => {
    await expect(hear(result, {}, status)).rejects.toThrow(id);
    await scanned()(id);
    expect((await getAttachment(store, id))?.state).toBe("quarantined");
  });

  test("another bucket's file, and one that is given out, are nobody's here", async () => {
    await hear("THREATS_FOUND", { bucketName: "another" });
    await hear("THREATS_FOUND", { objectKey: `clean/${id}/file` });
    expect(await queued()).toEqual([]);
  });

  test("an event that says something else is not taken for one", async () => {
    const hearAnything = recordingScans({ store, bucket: BUCKET, clock, newId: v7 });
    await expect(hearAnything({ detail: {} })).rejects.toThrow();
  });
});
