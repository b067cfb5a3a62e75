import { setTimeout as sleep } from "node:timers/promises";
import { imageSize } from "image-size";
import { beforeAll, expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import { attachments } from "../../shared/contract/attachments.ts";
import { PART_SIZE } from "../../shared/domain/attachment.ts";
import {
  boastfulPng,
  exif,
  jpegOf,
  jpegOfPixels,
  pdfOf,
  pngOf,
  withSegments,
  zip,
} from "../unit/workers/pictures.ts";
import { announce, checked, complete, fetchFile, send, sha256, show } from "./files.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, refusal, tokenOf, until } from "./system.ts";

/** France's alert to Germany; Great Britain is in the group, and not in the audience. */
const audience = { kind: "administrations" as const, administrations: ["DE"] };

let draft: Awaited<ReturnType<typeof draftBy>>;
let alert: string;
let photograph: Buffer;

beforeAll(async () => {
  draft = await draftBy("FR", "officer", { audience });
  alert = draft.params.id;
  photograph = withSegments(await jpegOf(400, 300), exif(6));
});

const attach = async (file: Buffer, said: Parameters<typeof announce>[3] = {}) => {
  const announced = await announce("FR", alert, file, said);
  expect(new Set(await send(announced, file))).toEqual(new Set([200]));
  expect((await complete("FR", announced.id)).state).toBe("quarantined");
  return checked("FR", announced.id);
};

const jpeg = { fileName: "Scellé n° 1.jpg", mediaType: "image/jpeg" as const };

test("a photograph goes up, is checked, loses where it was taken, and has a thumbnail", async () => {
  const found = await attach(photograph, { ...jpeg, caption: "The seal" });
  expect(found).toMatchObject({ state: "clean", hasThumbnail: true, caption: "The seal" });
  const answer = await fetchFile(found.download?.url ?? "");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  expect(answer.headers.get("content-disposition")).toBe(
    "attachment; filename=\"Scell_ n_ 1.jpg\"; filename*=UTF-8''Scell%C3%A9%20n%C2%B0%201.jpg",
  );
  const given = Buffer.from(await answer.arrayBuffer());
  expect(sha256(given)).toBe(found.sha256);
  expect(given.length).toBe(found.size);
  // The pointer to the place.
  expect(given.includes(Buffer.from([0x88, 0x25, 0, 4]))).toBe(false);
  const thumbnail = await fetchFile(found.thumbnail?.url ?? "");
  expect(thumbnail.status).toBe(200);
  expect((await thumbnail.arrayBuffer()).byteLength).toBeLessThan(given.length);
});

test("a photograph of 48 million pixels, as telephones take them, is drawn small", async () => {
  const large = jpegOfPixels(8000, 6000, Buffer.alloc(8000 * 6000 * 4, 200));
  const found = await attach(large, { ...jpeg, fileName: "large.jpg" });
  expect(found).toMatchObject({ state: "clean", hasThumbnail: true });
  const thumbnail = await fetchFile(found.thumbnail?.url ?? "");
  expect(imageSize(new Uint8Array(await thumbnail.arrayBuffer()))).toMatchObject({ width: 320, height: 240 });
});

test("a large document goes on after a dropped line with the part that is missing", async () => {
  const filling = Buffer.from(`9 0 obj\n<< >>\nstream\n${"x".repeat(2 * PART_SIZE)}\nendstream\nendobj`);
  const file = pdfOf("", filling.toString("latin1"));
  const announced = await announce("FR", alert, file, {
    fileName: "report.pdf",
    mediaType: "application/pdf",
  });
  expect(await send(announced, file, (number) => number !== 2)).toEqual([200, 200]);
  const early = await refusal(complete("FR", announced.id));
  expect(early.status).toBe(409);
  expect(early.detail).toContain("part 2 of 3 is missing");
  const resumed = await show("FR", "officer", announced.id);
  expect(resumed.upload?.parts.map(({ isThere }) => isThere)).toEqual([true, false, true]);
  expect(await send(resumed, file)).toEqual([200]);
  // Two windows of one person, or an answer that was lost: both are told the same.
  const told = await Promise.all([complete("FR", announced.id), complete("FR", announced.id)]);
  for (const { state } of told) expect(state).not.toBe("awaited");
  const found = await checked("FR", announced.id);
  expect(found).toMatchObject({ state: "clean", sha256: sha256(file), hasThumbnail: false });
});

test("other bytes than were said are refused where they are sent, and one byte less is refused before it is checked", async () => {
  const file = pngOf(30, 20);
  const other = Buffer.from(file);
  other[50] = (other[50] ?? 0) ^ 1;
  const announced = await announce("FR", alert, file);
  expect((await send(announced, other))[0]).toBeGreaterThanOrEqual(400);
  expect((await send(announced, file.subarray(1)))[0]).toBeGreaterThanOrEqual(400);
  const early = await refusal(complete("FR", announced.id));
  expect(early.status).toBe(409);
  expect(await send(await show("FR", "officer", announced.id), file)).toEqual([200]);
  await complete("FR", announced.id);
  expect((await checked("FR", announced.id)).state).toBe("clean");
});

test("what is not what it was said to be is refused by the check, and says why", async () => {
  const both = Buffer.concat([pngOf(20, 10), zip()]);
  expect(await attach(both)).toMatchObject({ state: "refused", refusal: { code: "archive" } });
  expect(await attach(pdfOf())).toMatchObject({ state: "refused", refusal: { code: "type" } });
  const script = pdfOf("/OpenAction << /S /JavaScript /JS (x) >>");
  expect(await attach(script, { fileName: "form.pdf", mediaType: "application/pdf" })).toMatchObject({
    state: "refused",
    refusal: { code: "active" },
  });
});

test("a picture of 20,000 × 20,000 pixels in a few bytes is refused by what its header says", async () => {
  expect(await attach(boastfulPng(20_000, 20_000))).toMatchObject({
    state: "refused",
    refusal: { code: "pixels" },
  });
});

test("26 MB, what is no photo or document, and a hash that is none are refused at the door", async () => {
  const file = pngOf(20, 10);
  for (const said of [
    { size: 26_000_000 },
    { mediaType: "image/svg+xml" as never, fileName: "a.svg" },
    { mediaType: "text/html" as never, fileName: "a.html" },
    { mediaType: "application/zip" as never, fileName: "a.zip" },
    { mediaType: "application/x-msdownload" as never, fileName: "a.exe" },
    { fileName: "photo.png.exe" },
    { sha256: "abc" },
  ]) {
    const told = await refusal(announce("FR", alert, file, said));
    expect(told.status).toBe(422);
    expect(told.errors?.[0]?.pointer).toBe(`/${Object.keys(said)[0]}`);
  }
});

test("what was taken off is gone, with its files", async () => {
  const found = await attach(pngOf(20, 10));
  const link = found.download?.url ?? "";
  expect((await fetchFile(link)).status).toBe(200);
  await api.call(attachments.remove, { token: await tokenOf("FR", "officer"), params: { id: found.id } });
  expect((await refusal(show("FR", "officer", found.id))).status).toBe(404);
  for (let tries = 0; tries < 100 && (await fetchFile(link)).status === 200; tries++) await sleep(200);
  expect((await fetchFile(link)).status).toBeGreaterThanOrEqual(400);
});

test("a discarded draft takes its files along", async () => {
  const discarded = await draftBy("FR", "officer");
  const file = pngOf(20, 10);
  const announced = await announce("FR", discarded.params.id, file);
  await send(announced, file);
  await complete("FR", announced.id);
  const link = (await checked("FR", announced.id)).download?.url ?? "";
  expect((await fetchFile(link)).status).toBe(200);
  const token = await tokenOf("FR", "officer");
  const { etag } = await api.call(alerts.get, { token, params: discarded.params });
  await api.call(alerts.discard, { token, params: discarded.params, ifMatch: etag });
  await until("the deletion of the file", async () =>
    (await fetchFile(link)).status === 404 ? true : undefined,
  );
  expect((await refusal(show("FR", "officer", announced.id))).status).toBe(404);
});

test("its readers see what was checked once it is released, and nobody else anything; a link ends after its minute", async () => {
  const clean = await attach(photograph, { ...jpeg, tlp: "AMBER+STRICT" });
  const refused = await attach(pdfOf());
  for (const administration of ["DE", "GB"])
    expect((await refusal(show(administration, "officer", clean.id))).status).toBe(404);
  const current = await api.call(alerts.get, {
    token: await tokenOf("FR", "releaser"),
    params: { id: alert },
  });
  await releaseBy("FR", { ...draft, ifMatch: current.etag });

  const token = await tokenOf("DE", "reader");
  const view = (await api.call(alerts.get, { token, params: { id: alert } })).body;
  expect(view.attachments.map(({ state }) => state)).not.toContain("refused");
  expect(view.attachments.find(({ id }) => id === clean.id)).toMatchObject({ tlp: "AMBER+STRICT" });
  expect((await refusal(show("DE", "officer", refused.id))).status).toBe(404);
  for (const id of [clean.id, refused.id])
    expect((await refusal(show("GB", "officer", id))).status).toBe(404);

  const { download } = await show("DE", "officer", clean.id);
  const url = download?.url ?? "";
  expect((await fetchFile(url)).status).toBe(200);
  expect((await fetchFile(url.replace(clean.id, refused.id))).status).toBe(403);
  expect((await fetchFile(url.replace(/X-Amz-Expires=\d+/, "X-Amz-Expires=3600"))).status).toBe(403);
  expect((await fetchFile(url.split("?")[0] ?? "")).status).toBe(403);
  await sleep(62_000);
  expect((await fetchFile(url)).status).toBe(403);
  expect((await fetchFile((await show("DE", "officer", clean.id)).download?.url ?? "")).status).toBe(200);
});

test("of a recalled alert every file is gone, also for whoever has a link", async () => {
  const recalled = await draftBy("FR", "officer", { audience });
  const ofRecalled = recalled.params.id;
  const announced = await announce("FR", ofRecalled, photograph, jpeg);
  await send(announced, photograph);
  await complete("FR", announced.id);
  const clean = await checked("FR", announced.id);
  await releaseBy("FR", {
    ...recalled,
    ifMatch: (await api.call(alerts.get, { token: await tokenOf("FR", "releaser"), params: recalled.params }))
      .etag,
  });
  const { download, thumbnail } = await show("DE", "officer", clean.id);
  for (const link of [download, thumbnail]) expect((await fetchFile(link?.url ?? "")).status).toBe(200);

  for (const role of ["releaser", "contact-point"]) {
    const who = { token: await tokenOf("FR", role), params: recalled.params };
    const { etag } = await api.call(alerts.recallState, who);
    await api.call(alerts.recall, {
      ...who,
      body: { reason: "The laboratory was mistaken." },
      ifMatch: etag,
    });
  }
  for (const administration of ["FR", "DE"])
    expect([404, 410]).toContain((await refusal(show(administration, "officer", clean.id))).status);
  // Both links are younger than a minute, and would have been good for as long as the file is there.
  for (const link of [download, thumbnail])
    await until("the deletion of the file", async () =>
      (await fetchFile(link?.url ?? "")).status === 404 ? true : undefined,
    );
  await until("the deletion of its record", async () =>
    (await refusal(show("FR", "officer", clean.id))).status === 404 ? true : undefined,
  );
});
