import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { verifying } from "../../../functions/queues/attachment/verifying.ts";
import {
  attachmentItem,
  attachmentsOf,
  getAttachment,
  placeItem,
} from "../../../shared/adapters/records/attachments.ts";
import { waitingOutbox } from "../../../shared/adapters/records/outbox.ts";
import { MAX_SIZE, PART_SIZE } from "../../../shared/domain/attachment.ts";
import { noScanner } from "../../../shared/domain/malware-scanner.ts";
import { pngOf, sha256 } from "../workers/pictures.ts";
import { clean } from "./attached.ts";
import { draft, type Exchange, exchange, release } from "./exchange.ts";

let of: Exchange;
let alert: string;
beforeEach(async () => {
  of = await exchange();
  alert = (await draft(of)).path.split("/").at(-1) ?? "";
});

const picture = pngOf(20, 10);
const said = (change: object = {}) => ({
  alert,
  fileName: "seal.png",
  mediaType: "image/png",
  size: picture.length,
  sha256: sha256(picture),
  ...change,
});
const announce = (change: object = {}, who = "FR officer") =>
  of.call(who, "POST", "/v1/attachments", said(change));
const get = (id: string, who = "FR officer") => of.call(who, "GET", `/v1/attachments/${id}`);
const complete = (id: string) => of.call("FR officer", "POST", `/v1/attachments/${id}/complete`);
const check = (id: string) =>
  verifying({ store: of.store, files: of.files, scanner: noScanner, clock: () => new Date(), newId: v7 })(id);

interface PartShown {
  readonly number: number;
  readonly size: number;
  readonly isThere: boolean;
  readonly url?: string;
}
const send = (parts: readonly PartShown[], file: Buffer, only = (_: number) => true) => {
  for (const { number, url } of parts)
    if (url !== undefined && only(number)) {
      const part = file.subarray((number - 1) * PART_SIZE, number * PART_SIZE);
      expect(of.files.put(url, part)).toBe(200);
    }
};

const attach = async (change: object = {}, file = picture) => {
  const announced = await announce(change);
  expect(announced.status).toBe(201);
  send(announced.json.upload.parts, file);
  expect((await complete(announced.json.id)).status).toBe(202);
  await check(announced.json.id);
  return String(announced.json.id);
};

describe("a small file", () => {
  test("is announced, sent, checked and then downloaded for a minute", async () => {
    const announced = await announce({ caption: "The seal" });
    expect(announced.json).toMatchObject({ state: "awaited", alert, caption: "The seal", tlp: "AMBER" });
    expect(announced.json.upload.parts).toMatchObject([{ number: 1, size: picture.length, isThere: false }]);
    send(announced.json.upload.parts, picture);
    expect((await complete(announced.json.id)).json.state).toBe("quarantined");
    expect(await waitingOutbox(of.store, "9")).toMatchObject([
      { work: { kind: "attachment-uploaded", attachment: announced.json.id } },
    ]);
    await check(announced.json.id);
    const { json } = await get(announced.json.id);
    expect(json).toMatchObject({ state: "clean", scan: "not-scanned", hasThumbnail: true });
    expect(json.download.url).toContain("expires=60");
    expect(Date.parse(json.download.expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
    expect(of.files.kept.get(`clean/${json.id}/file`)).toMatchObject({
      fileName: "seal.png",
      mediaType: "image/png",
    });
    expect(of.files.quarantine.size).toBe(0);
  });

  test("that was sent twice, completed twice and checked twice is the same", async () => {
    const id = await attach();
    const { json } = await get(id);
    expect((await complete(id)).status).toBe(202);
    await check(id);
    expect((await get(id)).json.sha256).toBe(json.sha256);
  });
});

describe("a large file", () => {
  const large = Buffer.alloc(2 * PART_SIZE + 100, "x");
  const parts = [0, 1, 2].map((n) => sha256(large.subarray(n * PART_SIZE, (n + 1) * PART_SIZE)));
  const change = {
    fileName: "report.pdf",
    mediaType: "application/pdf",
    size: large.length,
    sha256: sha256(large),
    parts,
  };

  test("goes on after a dropped line with what is missing, and is not taken before", async () => {
    const { json } = await announce(change);
    expect(json.upload.parts.map((part: PartShown) => part.size)).toEqual([PART_SIZE, PART_SIZE, 100]);
    send(json.upload.parts, large, (number) => number !== 2);
    const early = await of.refused("FR officer", "POST", `/v1/attachments/${json.id}/complete`);
    expect(early.status).toBe(409);
    expect(early.json.detail).toContain("part 2 of 3 is missing");
    const resumed = (await get(json.id)).json.upload.parts;
    expect(resumed.map(({ isThere, url }: PartShown) => [isThere, url === undefined])).toEqual([
      [true, true],
      [false, false],
      [true, true],
    ]);
    send(resumed, large);
    expect((await complete(json.id)).json.state).toBe("quarantined");
  });

  test.each([
    ["no part", undefined],
    ["a part too few", parts.slice(1)],
    ["a part too many", [...parts, parts[0]]],
  ])("with the SHA-256 of %s is refused, and how many there are is said", async (_, each) => {
    const { status, errors } = await of.refused(
      "FR officer",
      "POST",
      "/v1/attachments",
      said({ ...change, parts: each }),
    );
    expect(status).toBe(422);
    expect(errors[0]?.detail).toContain("3 parts of 5242880 bytes");
  });
});

describe("bad input is refused with what would be right, and changes nothing", () => {
  test.each([
    ["26 MB", { size: 26_000_000 }, "/size", "25 MB"],
    ["one byte too many", { size: MAX_SIZE + 1, parts: [] }, "/size", "25 MB"],
    ["an empty file", { size: 0 }, "/size", "empty"],
    ["half a byte", { size: 1.5 }, "/size", "bytes"],
    ["an SVG", { mediaType: "image/svg+xml", fileName: "a.svg" }, "/mediaType", "JPEG or PNG"],
    ["HTML", { mediaType: "text/html", fileName: "a.html" }, "/mediaType", "JPEG or PNG"],
    ["a ZIP", { mediaType: "application/zip", fileName: "a.zip" }, "/mediaType", "JPEG or PNG"],
    ["HEIC", { mediaType: "image/heic", fileName: "a.heic" }, "/mediaType", "Save it as one of these"],
    ["another ending", { fileName: "seal.exe" }, "/fileName", "ends in .png"],
    ["two endings", { fileName: "seal.png.exe" }, "/fileName", "ends in .png"],
    ["a path", { fileName: "../../seal.png" }, "/fileName", "without folders"],
    ["a Windows path", { fileName: "C:\\seal.png" }, "/fileName", "without folders"],
    ["a name that reads backwards", { fileName: "gnp.\u202Eexe.png" }, "/fileName", "text direction"],
    ["a zero-width space", { fileName: "se\u200Bal.png" }, "/fileName", "invisible"],
    ["a line break", { fileName: "a\nb.png" }, "/fileName", "line breaks"],
    ["a hidden file", { fileName: ".png" }, "/fileName", "full stop"],
    ["no name", { fileName: " " }, "/fileName", "required"],
    ["a long name", { fileName: `${"a".repeat(147)}.png` }, "/fileName", "150"],
    ["a short hash", { sha256: "abc" }, "/sha256", "64 hexadecimal digits"],
    ["an MD5", { sha256: "d41d8cd98f00b204e9800998ecf8427e" }, "/sha256", "64 hexadecimal digits"],
    ["another part's hash", { parts: ["0".repeat(64)] }, "/parts/0", "the same as sha256"],
    ["no such marking", { tlp: "PURPLE" }, "/tlp", ""],
    ["a state of its own", { state: "clean" }, "/state", ""],
  ])("%s", async (_, change, pointer, wording) => {
    const { status, errors } = await of.refused("FR officer", "POST", "/v1/attachments", said(change));
    expect(status).toBe(422);
    const found = errors.find((each) => each.pointer === pointer);
    expect(found?.detail).toContain(wording);
  });

  test("names of other scripts are taken as they are, composed", async () => {
    for (const fileName of [
      "Fotografía del precinto.PNG",
      "封条.png",
      "عکس‌ها.png",
      "sce\u0301lle\u0301.png",
    ]) {
      const { status, json } = await announce({ fileName });
      expect(status, fileName).toBe(201);
      expect(json.fileName).toBe(fileName.normalize("NFC"));
    }
  });

  test("the 21st of an alert, however many are announced at once", async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => announce()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    const others = answers.filter(({ status }) => status !== 201);
    for (const { status, json } of others) {
      expect(status).toBe(409);
      expect(json.detail).toContain("at most 20 attachments");
    }
    expect(await attachmentsOf(of.store, alert)).toHaveLength(20);
  });
});

describe("what arrives is held to what was said", () => {
  test("one byte short, and another content, are refused where they are sent", async () => {
    const { json } = await announce();
    const [part] = json.upload.parts;
    expect(of.files.put(part.url, picture.subarray(1))).toBe(403);
    const other = Buffer.from(picture);
    other[20] = (other[20] ?? 0) ^ 1;
    expect(of.files.put(part.url, other)).toBe(400);
  });

  test("an upload that was given up after a day is refused by the check, and says what to do", async () => {
    const { json } = await announce();
    const stored = await getAttachment(of.store, json.id);
    await of.files.clear(json.id, String(stored?.upload));
    expect((await get(json.id)).json.upload).toBeUndefined();
    expect((await complete(json.id)).status).toBe(202);
    await check(json.id);
    expect((await get(json.id)).json).toMatchObject({
      state: "refused",
      refusal: { code: "missing", detail: expect.stringContaining("add it again") },
    });
  });
});

describe("who sees it", () => {
  const shown = async (who: string) => {
    const list = await of.call(who, "GET", `/v1/attachments?alert=${alert}`);
    const view = await of.call(who, "GET", `/v1/alerts/${alert}`);
    expect(list.status).toBe(view.status);
    const names = (items: readonly { readonly fileName: string }[]) => items.map(({ fileName }) => fileName);
    if (list.status !== 200) return list.status;
    expect(names(view.json.attachments)).toEqual(names(list.json.items));
    expect(JSON.stringify(view.json)).not.toContain("https://files.example");
    return names(list.json.items);
  };
  const releaseIt = async () => {
    const { etag } = await of.call("FR releaser", "GET", `/v1/alerts/${alert}`);
    const released = await of.call("FR releaser", "POST", `/v1/alerts/${alert}/release`, undefined, {
      "If-Match": etag,
    });
    expect(released.status).toBe(200);
  };

  test("its author's side from the beginning, a reader once it was checked and the alert is released", async () => {
    const awaited = (await announce({ fileName: "awaited.png" })).json.id;
    const id = await attach();
    const refused = await attach({ fileName: "not.pdf", mediaType: "application/pdf" });
    expect((await get(refused)).json).toMatchObject({ state: "refused", refusal: { code: "type" } });
    expect(await shown("FR officer")).toEqual(["awaited.png", "seal.png", "not.pdf"]);
    expect(await shown("KE officer")).toBe(404);
    expect((await get(id, "KE officer")).status).toBe(404);

    await releaseIt();
    expect(await shown("FR reader")).toEqual(["awaited.png", "seal.png", "not.pdf"]);
    expect(await shown("KE officer")).toEqual(["seal.png"]);
    expect((await get(id, "KE officer")).json.download.url).toContain(id);
    for (const hidden of [awaited, refused]) expect((await get(hidden, "KE officer")).status).toBe(404);
    for (const who of ["DE officer", "WCO operator"]) {
      expect(await shown(who)).toBe(404);
      expect((await get(id, who)).status).toBe(404);
    }
  });

  test("a release does not wait for the check: it follows when it is done, and the reader's copy of the alert is old", async () => {
    const announced = await announce();
    send(announced.json.upload.parts, picture);
    await complete(announced.json.id);
    await releaseIt();
    const before = await of.call("KE officer", "GET", `/v1/alerts/${alert}`);
    expect(before.json.attachments).toEqual([]);
    await check(announced.json.id);
    const after = await of.call("KE officer", "GET", `/v1/alerts/${alert}`, undefined, {
      "If-None-Match": before.etag,
    });
    expect(after.status).toBe(200);
    expect(after.json.attachments).toHaveLength(1);
  });

  test("each link is in the trail before it is given, and a name of a file never is", async () => {
    const id = await attach();
    await releaseIt();
    await get(id, "KE officer");
    const trail = of.store.items().filter(({ pk }) => pk.startsWith("AUD#"));
    expect(trail.filter(({ pk, action }) => pk === "AUD#KE" && action === "attachments.get")).toMatchObject([
      { subject: id, detail: { alert } },
    ]);
    expect(
      trail.filter(({ action, actor }) => action === "attachments.check" && actor === "system"),
    ).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toContain("seal.png");
  });

  test("is decided anew at each request: whoever was taken out has no next link", async () => {
    const id = await attach();
    await releaseIt();
    expect((await get(id, "KE officer")).status).toBe(200);
    await of.store.writeMany([{ delete: { pk: "GRP#ipr", sk: "MEM#KE" } }]);
    expect((await get(id, "KE officer")).status).toBe(404);
  });

  test("has its own marking, or the alert's", async () => {
    const [own, alerts] = [await attach({ tlp: "RED" }), await attach()];
    expect((await get(own)).json.tlp).toBe("RED");
    expect((await get(alerts)).json.tlp).toBe("AMBER");
  });
});

describe("two who are faster than each other", () => {
  const sent = async () => {
    const { json } = await announce();
    send(json.upload.parts, picture);
    return String(json.id);
  };
  const remove = (id: string) => of.call("FR officer", "DELETE", `/v1/attachments/${id}`);
  const workOf = async (kind: string) =>
    (await waitingOutbox(of.store, "9")).filter(({ work }) => work.kind === kind);
  const recorded = (action: string) =>
    of.store.items().filter((item) => item.pk === "AUD#FR" && item["action"] === action);

  test("say that all was sent: both are told so, and it is checked once", async () => {
    const id = await sent();
    const answers = await Promise.all([complete(id), complete(id), complete(id)]);
    expect(answers.map(({ status, json }) => [status, json.state])).toEqual(
      answers.map(() => [202, "quarantined"]),
    );
    expect(await workOf("attachment-uploaded")).toHaveLength(1);
    expect(recorded("attachments.complete")).toHaveLength(1);
  });

  test("take it off: one of them does, and to the other it was gone", async () => {
    const id = await attach();
    const answers = await Promise.all([remove(id), remove(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect(await workOf("attachment-removed")).toHaveLength(1);
  });

  test("take it off and say that all was sent: it is gone, whoever was first", async () => {
    for (let n = 0; n < 5; n++) {
      const id = await sent();
      const [completed, removed] = await Promise.all([complete(id), remove(id)]);
      expect([202, 404]).toContain(completed.status);
      expect(removed.status).toBe(204);
      expect((await get(id)).status).toBe(404);
    }
    expect(await attachmentsOf(of.store, alert)).toEqual([]);
  });

  test("take it off and submit the draft: what is submitted stays as it is", async () => {
    const id = await attach();
    const { etag } = await of.call("FR officer", "GET", `/v1/alerts/${alert}`);
    const [removed] = await Promise.all([
      remove(id),
      of.call("FR officer", "POST", `/v1/alerts/${alert}/submit`, undefined, { "If-Match": etag }),
    ]);
    const after = await of.call("FR officer", "GET", `/v1/alerts/${alert}`);
    expect(after.json.attachments).toHaveLength(removed.status === 204 ? 0 : 1);
    expect((await get(id)).status).toBe(removed.status === 204 ? 404 : 200);
  });
});

describe("what nobody finished sending", () => {
  const cleanedUp = () =>
    of.store.items().filter(({ pk, sk }) => pk.startsWith("ATT#") || sk.startsWith("ATT#"));

  test("is cleaned up by the table a day later, with its place; what was sent stays", async () => {
    const { json } = await announce();
    const lapse = Math.floor(Date.parse(json.createdAt) / 1000) + 86_400;
    expect(cleanedUp().map((item) => item["expiresAt"])).toEqual([lapse, lapse]);
    send(json.upload.parts, picture);
    await complete(json.id);
    expect(cleanedUp().map((item) => item["expiresAt"])).toEqual([undefined, undefined]);
    await check(json.id);
    expect(cleanedUp().map((item) => item["expiresAt"])).toEqual([undefined, undefined]);
  });
});

describe("taking it off", () => {
  test("is its author's side's, as long as it is a draft; its files follow", async () => {
    const id = await attach();
    expect((await of.call("FR releaser", "DELETE", `/v1/attachments/${id}`)).status).toBe(204);
    expect((await get(id)).status).toBe(404);
    expect(await attachmentsOf(of.store, alert)).toEqual([]);
    expect((await waitingOutbox(of.store, "9")).map(({ work }) => work.kind)).toContain("attachment-removed");
  });

  test("while it is being checked leaves nothing behind", async () => {
    const announced = await announce();
    send(announced.json.upload.parts, picture);
    await complete(announced.json.id);
    await of.call("FR officer", "DELETE", `/v1/attachments/${announced.json.id}`);
    await check(announced.json.id);
    expect(of.files.kept.size).toBe(0);
  });

  test("happens to all of a draft that is discarded", async () => {
    const ids = [await attach(), await attach()];
    const { etag } = await of.call("FR officer", "GET", `/v1/alerts/${alert}`);
    const discarded = await of.call("FR officer", "DELETE", `/v1/alerts/${alert}`, undefined, {
      "If-Match": etag,
    });
    expect(discarded.status).toBe(204);
    for (const id of ids) expect(await getAttachment(of.store, id)).toBeUndefined();
    const removed = (await waitingOutbox(of.store, "9")).filter(
      ({ work }) => work.kind === "attachment-removed",
    );
    expect(removed).toHaveLength(2);
  });

  test("and adding are not possible once it is released", async () => {
    const { path } = await release(of);
    const id = path.split("/").at(-1) ?? "";
    const photograph = clean(id, "FR");
    await of.store.writeMany([{ put: attachmentItem(photograph) }, { put: placeItem(photograph) }]);
    expect((await announce({ alert: id })).status).toBe(409);
    expect((await of.refused("FR officer", "DELETE", `/v1/attachments/${photograph.id}`)).status).toBe(409);
  });
});
