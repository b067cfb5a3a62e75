import { join } from "node:path";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = import.meta.dirname;

/** Where `npm start` serves the rest of the system, for `vite` beside it; without it the console stands alone. */
const system = process.env["CONSOLE_SYSTEM"];

export default defineConfig({
  root,
  plugins: [
    lingui({ configPath: join(root, "lingui.config.ts"), macroTransform: true, failOnCompileError: true }),
    react(),
  ],
  build: {
    outDir: join(root, "..", ".build", "web"),
    emptyOutDir: true,
    assetsDir: "assets",
    // What is loaded until a page can be read is computed from it (size-limit).
    manifest: true,
    modulePreload: { polyfill: false },
    // The content security policy allows no data: for scripts and styles, and what is inlined is not cached.
    assetsInlineLimit: 0,
  },
  server: {
    ...(system && {
      proxy: Object.fromEntries(
        ["/v1", "/cognito", "/config.json"].map((path) => [path, { target: system }]),
      ),
    }),
  },
});
