import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./exchange.ts";

const page = readFileSync(join(root, "docs/security.md"), "utf8");

/** A file in code marks, then its tests' titles in quotes. */
const named = [...page.matchAll(/`(tests\/[\w/.-]+\.test\.ts)`((?:,? "[^"]+")*)/g)].map(
  ([, file = "", titles = ""]) => ({
    file,
    titles: [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title),
  }),
);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Where a title stands as that of a test, by itself or behind the cases of one. */
const isTitle = (source: string, title: string): boolean =>
  new RegExp(`(?:\\btest(?:\\.\\w+)*|\\))\\(\\s*"${escaped(title)}"`).test(source);

describe("the page of what holds each line", () => {
  test("names tests that exist, by their titles", () => {
    const tests = named.filter(({ titles }) => titles.length > 0);
    expect(tests.length).toBeGreaterThan(30);
    const missing: string[] = [];
    for (const { file, titles } of tests) {
      expect(existsSync(join(root, file)), file).toBe(true);
      const source = readFileSync(join(root, file), "utf8");
      expect(source, file).not.toMatch(/\b(?:test|describe|it)\.(?:skip|todo|fails|only)\b/);
      for (const title of titles) if (!isTitle(source, title)) missing.push(`${file}: ${title}`);
    }
    expect(missing).toEqual([]);
  });

  test("has a test for every line of its table", () => {
    const [, table = ""] = page.split("## What holds each line");
    const lines = (table.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| "));
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines.slice(1)) expect(line).toMatch(/`tests\/[^`]+` "/);
  });

  test("names every file of attacks", () => {
    const titles = new Map(named.map(({ file }) => [file, new Set<string>()]));
    for (const each of named) for (const title of each.titles) titles.get(each.file)?.add(title);
    const files = globSync("tests/unit/api/attacks/*.test.ts", { cwd: root });
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect([...(titles.get(file) ?? [])].length, file).toBeGreaterThan(0);
  });
});
