import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import * as z from "zod/mini";
import { addExchange } from "../../infra/exchange.ts";
import type { Settings } from "../../infra/settings.ts";

export const root = join(import.meta.dirname, "../..");

const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(root, "cdk.json"), "utf8")));

/** As a build leaves it: a page, and a part named by its content. */
const consoleFolder = mkdtempSync(join(tmpdir(), "ipr-cencomm-console-"));
mkdirSync(join(consoleFolder, "assets"));
writeFileSync(join(consoleFolder, "index.html"), "<!doctype html>");
writeFileSync(join(consoleFolder, "assets", "main-abc.js"), "");

/** The stacks as infra/app.ts makes them, without the handlers' code. */
export const exchange = (settings: Partial<Settings> = {}, built = true) => {
  const app = new App({ context: { ...context, "aws:cdk:bundling-stacks": [] } });
  const stacks = addExchange(app, {
    environment: "production",
    mailSender: "exchange@customs.example",
    ...(built ? { consoleFolder } : {}),
    ...settings,
  });
  const all = Object.values(stacks);
  return {
    app,
    stacks,
    /** All resources of a type, whatever the stack. */
    resources: (type: string) =>
      all.flatMap((stack) =>
        Object.entries(Template.fromStack(stack).findResources(type)).map(([logicalId, resource]) => ({
          stack: stack.stackName,
          logicalId,
          properties: resource["Properties"],
        })),
      ),
  };
};
