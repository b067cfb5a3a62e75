import { expect } from "vitest";
import type { Console } from "./console.ts";

/** Goes to a page by its address and waits until all that it asked for is there. */
export const visit = async (console: Console, path: string): Promise<void> => {
  const { page } = console;
  await console.open(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(console);
};

export const settled = async ({ page }: Console): Promise<void> => {
  await page.waitForLoadState("networkidle");
  await expect.poll(() => page.locator(".skeleton").count(), { timeout: 15_000 }).toBe(0);
};
