import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { dropping } from "../../../functions/queues/attachment/dropping.ts";
import { verifying } from "../../../functions/queues/attachment/verifying.ts";
import { memoryAttachmentFiles } from "../../../shared/adapters/memory/attachment-files.ts";
import { attachmentItem, attachmentsOf, placeItem } from "../../../shared/adapters/records/attachments.ts";
import { recalledHeadItem } from "../../../shared/adapters/records/recalls.ts";
import type { AlertHead } from "../../../shared/domain/alert.ts";
import type { Attachment } from "../../../shared/domain/attachment.ts";
import type { AttachmentFiles } from "../../../shared/domain/attachment-files.ts";
import { noScanner } from "../../../shared/domain/malware-scanner.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { clean } from "../api/attached.ts";
import { pngOf, sha256 } from "./pictures.ts";
import { at, group, releaseOfFrance } from "./releases.ts";

const picture = pngOf(20, 10);
let store: Awaited<ReturnType<typeof group>>;
let files: ReturnType<typeof memoryAttachmentFiles>;
let head: AlertHead;
let given: Attachment;
let waiting: Attachment;

const recall = () =>
  store.writeMany([
    {
      put: recalledHeadItem(
        { ...head, state: "recalled", version: 2, changedAt: at },
        { at, reason: "The laboratory was mistaken.", administration: "FR" },
      ),
    },
  ]);

beforeEach(async () => {
  store = await group(["FR", "DE"]);
  files = memoryAttachmentFiles();
  head = (await releaseOfFrance(store, { kind: "group" })).head;
  given = clean(head.id, "FR");
  for (const which of ["file", "thumbnail"] as const)
    await files.keep(given.id, which, picture, { mediaType: "image/png", fileName: "seal.png" });
  waiting = {
    ...clean(head.id, "FR"),
    ...{ place: 2, state: "quarantined", size: picture.length, sha256: sha256(picture), kept: undefined },
  };
  files.quarantine.set(waiting.id, picture);
  for (const each of [given, waiting])
    await store.writeMany([{ put: attachmentItem(each) }, { put: placeItem(each) }]);
});

const clock = () => new Date(at);
const drop = (through: AttachmentFiles = files, by: RecordStore = store) =>
  dropping({ store: by, files: through, clock, newId: v7 })(head.id);
const check = (id: string, through: AttachmentFiles = files) =>
  verifying({ store, files: through, scanner: noScanner, clock, newId: v7 })(id);

const expectNothingLeft = async () => {
  expect(files.kept.size + files.quarantine.size).toBe(0);
  expect(await attachmentsOf(store, head.id)).toEqual([]);
};

test("of a recalled alert no file is left, and each is in its author's trail", async () => {
  await recall();
  await drop();
  await expectNothingLeft();
  const trail = store.items().filter(({ pk }) => pk === "AUD#FR");
  expect(trail.map(({ action, actor, subject }) => [action, actor, subject])).toEqual(
    [given, waiting].map(({ id }) => ["attachments.remove", "system", id]),
  );
  await drop();
  expect(store.items().filter(({ pk }) => pk === "AUD#FR")).toHaveLength(2);
});

test("of an alert that was not recalled nothing is deleted, whatever stands in the queue", async () => {
  const before = [store.items(), files.kept.size, files.quarantine.size];
  await expect(drop()).rejects.toThrow("was not recalled");
  expect([store.items(), files.kept.size, files.quarantine.size]).toEqual(before);
});

test("killed at any of its calls, it is done again to its end", async () => {
  for (const name of ["clear", "remove", "transact"] as const)
    for (const after of [false, true]) {
      await recall();
      for (const each of [given, waiting])
        await store.writeMany([{ put: attachmentItem(each) }, { put: placeItem(each) }]);
      await files.keep(given.id, "file", picture, { mediaType: "image/png", fileName: "seal.png" });
      files.quarantine.set(waiting.id, picture);
      const from = { ...files, transact: store.transact };
      const dying = (async (...all: never[]) => {
        if (after) await (from[name] as (...all: never[]) => Promise<unknown>)(...all);
        throw new Error("Killed");
      }) as never;
      const killed = drop({ ...files, [name]: dying }, { ...store, [name]: dying });
      await expect(killed, `${name} ${after}`).rejects.toThrow("Killed");
      await drop();
      await expectNothingLeft();
    }
});

test("a check that goes on while the alert is recalled keeps nothing in the end", async () => {
  await recall();
  const interrupted: AttachmentFiles = {
    ...files,
    keep: async (...all) => {
      await files.keep(...all);
      await drop();
      await files.keep(...all);
    },
  };
  await expect(check(waiting.id, interrupted)).rejects.toThrow();
  await check(waiting.id);
  await expectNothingLeft();
});
