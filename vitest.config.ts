import { defineConfig } from "vitest/config";

const minute = 60_000;

/** Folder and project are named by what a test needs to run: nothing, a store, a synthesized stack, a deployment, a browser. */
const project = (name: string, test: object = {}) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...test },
});

/** On the one deployment that they share, tests wait for what happens in the background, and files take turns. */
const onDeployment = { testTimeout: 2 * minute, hookTimeout: 5 * minute, fileParallelism: false };

export default defineConfig({
  test: {
    projects: [
      // A property that is tried hundreds of times takes its time on a machine that is busy.
      project("unit", { testTimeout: minute / 2 }),
      project("contracts", onDeployment),
      project("infra", { testTimeout: minute, hookTimeout: minute }),
      project("journeys", onDeployment),
      project("browser", onDeployment),
    ],
  },
});
