import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** Where systems keep a Chrome or Chromium that was installed there. */
const installed = [
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** An installed Chrome or Chromium, else the one that came with the packages (Linux only). */
export const launchChromium = async (): Promise<Browser> => {
  const own = process.env["CHROME_PATH"] ?? installed.find((path) => existsSync(path));
  return chromium.launch({
    executablePath: own ?? (await sparticuz.executablePath()),
    // As root, and in most containers, Chromium has no sandbox to use; it opens the console alone.
    args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
  });
};
