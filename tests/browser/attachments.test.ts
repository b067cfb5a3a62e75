import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PART_SIZE } from "../../shared/domain/attachment.ts";
import { exif, jpegOf, pdfOf, pngOf, withSegments, zip } from "../unit/workers/pictures.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, picture, visit } from "./support/console.ts";
import { press, typeInto } from "./support/keyboard.ts";
import { expectToHold } from "./support/layout.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";
import { draftIt, releaseIt, wholeAlert } from "./support/whole-alert.ts";

let browser: Browser;
let author: Console;
let id: string;
let folder: string;
/** Of a telephone that was held upright, and that wrote down where it was. */
let photograph: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attachments-"));
  photograph = withSegments(await jpegOf(640, 480), exif(6));
  id = await draftIt("US", wholeAlert(`Photographed at the counter ${run}`));
  browser = await launchChromium();
  author = await openConsole(browser);
  await author.open("/");
  await signIn(author, seeded("US", "releaser"), "United States");
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

const section = ({ page }: Console): Locator => page.getByRole("region", { name: "Photos and documents" });
const entry = (console: Console, name: string): Locator =>
  section(console).getByRole("listitem").filter({ hasText: name });
/** From a folder, as people do: a browser tells a file's type by its name. */
const choose = async (console: Console, name: string, content: Buffer): Promise<void> => {
  const path = join(folder, name);
  await writeFile(path, content);
  await section(console).locator("input[type=file]").first().setInputFiles(path);
};
const isDrawn = (image: Locator): Promise<boolean> =>
  image.evaluate((element) => Number(Reflect.get(element, "naturalWidth")) > 0);
/** The page's own bar for what is on its way, in bytes; undefined when there is none. */
const sent = async (name: string): Promise<number | undefined> => {
  const bar = author.page.getByRole("progressbar", { name: `Sending ${name}` });
  return (await bar.count()) === 0 ? undefined : Number(await bar.getAttribute("value"));
};

/** A document of two and a half parts, which takes seconds on the line that it is sent by. */
const report = (filling: string): Buffer =>
  pdfOf("", `9 0 obj\n<< >>\nstream\n${filling.repeat(2.5 * PART_SIZE)}\nendstream\nendobj`);
const slowLine = async () => {
  const session = await author.context.newCDPSession(author.page);
  const line = (offline: boolean, bytesInSecond: number) =>
    session.send("Network.emulateNetworkConditions", {
      offline,
      latency: 20,
      downloadThroughput: -1,
      uploadThroughput: bytesInSecond,
    });
  await line(false, 3_000_000);
  return {
    drop: () => line(true, 0),
    restore: () => line(false, 3_000_000),
    end: async () => {
      await line(false, -1);
      await session.detach();
    },
  };
};
/** Which parts are sent from here on. */
const partsSent = () => {
  const parts: string[] = [];
  author.page.on("request", (request) => {
    const part = new URL(request.url()).searchParams.get("partNumber");
    if (request.method() === "PUT" && part !== null) parts.push(part);
  });
  return parts;
};

test("a photo is chosen with a caption, goes up, is checked, and is there to be seen", async () => {
  const { page } = author;
  await visit(author, `/alerts/${id}`);
  await typeInto(page, page.getByLabel("Caption of the next file"), "The blister, front");
  await choose(author, "blister.jpg", photograph);
  const row = entry(author, "blister.jpg");
  await row.getByRole("button", { name: "Download blister.jpg" }).waitFor();
  expect(await row.textContent()).toContain("The blister, front");
  const image = row.getByRole("img", { name: "The blister, front" });
  await expect.poll(() => isDrawn(image)).toBe(true);
  expect(await page.getByLabel("Caption of the next file").inputValue()).toBe("");
  await expectFinished(author, "attachments-author");
});

test("what cannot be taken is refused in words before it is sent, and what it hides is refused by the check", async () => {
  const { page } = author;
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") requests.push(request.url());
  });
  await choose(author, "drawing.svg", Buffer.from("<svg/>"));
  await section(author).getByText("Photos as JPEG or PNG, and documents as PDF, can be attached.").waitFor();
  await choose(author, "scan.png", Buffer.alloc(26_000_000));
  await section(author).getByText("A file has at most 25 MB").waitFor();
  expect(requests).toEqual([]);

  await choose(author, "seal.png", Buffer.concat([pngOf(20, 10), zip()]));
  await section(author).getByText("Refused: there is an archive hidden in it.").waitFor();
  await expectFinished(author, "attachments-refused");
  for (const name of ["drawing.svg", "scan.png"]) await press(page, `Do not send ${name}`);
  await press(page, "Remove seal.png");
  await entry(author, "seal.png").waitFor({ state: "detached" });
});

test("a line that drops is waited for, and only what did not arrive is sent again", async () => {
  const line = await slowLine();
  const parts = partsSent();
  await choose(author, "report.pdf", report("x"));
  await expect.poll(() => sent("report.pdf"), { interval: 20, timeout: 30_000 }).toBeGreaterThan(PART_SIZE);
  await line.drop();
  await section(author).getByText("The line is down; it goes on by itself.").waitFor();
  await picture(author, "attachments-line-down");
  await line.restore();
  await entry(author, "report.pdf").getByRole("button", { name: "Download report.pdf" }).waitFor();
  expect(parts.filter((part) => part === "1")).toHaveLength(1);
  expect(parts.at(-1)).toBe("3");
  await line.end();
});

test("a page that was closed meanwhile goes on with the same file where it was", async () => {
  const line = await slowLine();
  await choose(author, "survey.pdf", report("y"));
  await expect.poll(() => sent("survey.pdf"), { interval: 20, timeout: 30_000 }).toBeGreaterThan(PART_SIZE);
  await line.end();
  await visit(author, `/alerts/${id}`);
  const row = entry(author, "survey.pdf");
  await row.getByText("Did not go up whole yet. Choose the same file again, and it goes on.").waitFor();
  await picture(author, "attachments-unfinished");
  const parts = partsSent();
  await choose(author, "survey.pdf", report("y"));
  await row.getByRole("button", { name: "Download survey.pdf" }).waitFor();
  expect(parts).not.toContain("1");
  expect(parts.at(-1)).toBe("3");
  expect(await row.count()).toBe(1);
  await press(author.page, "Remove survey.pdf");
  await row.waitFor({ state: "detached" });
});

test("a reader of another administration sees it, and downloads it without where it was taken", async () => {
  await releaseIt("US", id);
  const reader = await openConsole(browser);
  await reader.open("/");
  await signIn(reader, seeded("DE", "reader"), "Germany");
  await visit(reader, `/alerts/${id}`);
  const row = entry(reader, "blister.jpg");
  await expect.poll(() => isDrawn(row.getByRole("img", { name: "The blister, front" }))).toBe(true);
  expect(
    await section(reader)
      .getByRole("button", { name: /^(Remove|Add|Take)/ })
      .count(),
  ).toBe(0);
  await expectFinished(reader, "attachments-reader");
  await expectToHold(reader, "attachments-reader");

  const coming = reader.page.waitForEvent("download");
  await press(reader.page, "Download blister.jpg");
  const download = await coming;
  expect(download.suggestedFilename()).toBe("blister.jpg");
  const given = await readFile(await download.path());
  expect(given.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  // The pointer to the place, which was in what was sent.
  const place = Buffer.from([0x88, 0x25, 0, 4]);
  expect([photograph.includes(place), given.includes(place)]).toEqual([true, false]);
  // The page is still there.
  expect(await row.isVisible()).toBe(true);
});

test("its author sees it on a narrow screen as well, and takes nothing off what is released", async () => {
  await visit(author, `/alerts/${id}`);
  await entry(author, "report.pdf").getByRole("button", { name: "Download report.pdf" }).waitFor();
  expect(
    await section(author)
      .getByRole("button", { name: /^Remove/ })
      .count(),
  ).toBe(0);
  await expectToHold(author, "attachments-author");
});
