import { readFileSync } from "node:fs";
import { join } from "node:path";

const built = ".build/web";
const manifest = JSON.parse(readFileSync(join(built, ".vite/manifest.json"), "utf8"));

/** Everything that a chunk needs before it runs; what it asks for later is not in it. */
const needed = (key, seen = new Set()) => {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key].imports ?? []) needed(next, seen);
  }
  return seen;
};

/** The scripts until a page can be read: the console's start, its language, and what the page is made of. */
const until = (...keys) =>
  [...new Set(keys.flatMap((key) => [...needed(key)]))].map((key) => join(built, manifest[key].file));

const start = ["index.html", "src/i18n/catalogues/fr.po"];

/** French is the longest so far. */
const textsOf = (folder) => `src/pages/${folder}/catalogues/fr.po`;

export default [
  {
    name: "until the sign-in page can be read",
    path: until(...start, textsOf("sign-in"), "src/pages/sign-in/sign-in-page.tsx"),
    limit: "110 kB",
    gzip: true,
  },
  {
    name: "until the list of alerts can be read",
    path: until(...start, "src/signed-in.tsx", textsOf("alerts"), "src/pages/alerts/alerts-page.tsx"),
    limit: "170 kB",
    gzip: true,
  },
];
