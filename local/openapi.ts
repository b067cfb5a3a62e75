import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "./environment.ts";
import { descriptionFiles } from "./openapi/files.ts";

for (const [path, text] of Object.entries(descriptionFiles())) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
  console.log(`Wrote ${path}.`);
}
