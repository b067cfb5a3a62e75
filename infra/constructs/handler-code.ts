import { join } from "node:path";
import { DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { AssetHashType } from "aws-cdk-lib/core";
import { buildSync } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** Some CommonJS packages call `require`, which an ES module has not. */
const banner = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

const bundle = (entry: string, folder: string): void => {
  buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(folder, "index.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    banner: { js: banner },
    // Names stay, so that a stack trace can be read without a source map.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    logLevel: "error",
  });
};

/**
 * One handler in one file, the AWS SDK included: the runtime's own copy changes under a deployed function. Called in
 * this process, esbuild takes a tenth of what NodejsFunction takes, which starts npx for each function.
 */
export const handlerCode = (file: string): Code =>
  Code.fromAsset(join(root, "functions"), {
    // By content of the bundle: unchanged code is not deployed again.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry("never-used"),
      // CDK takes two assets of one source and one set of options for the same; it cannot look into tryBundle.
      command: [file],
      local: {
        tryBundle: (folder) => {
          bundle(`functions/${file}.ts`, folder);
          return true;
        },
      },
    },
  });
