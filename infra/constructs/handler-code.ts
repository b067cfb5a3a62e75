import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { AssetHashType } from "aws-cdk-lib/core";
import { buildSync } from "esbuild";
import { type FunctionFile, functions } from "../functions.ts";

const root = join(import.meta.dirname, "../..");

/** Some CommonJS packages call `require`, which an ES module has not. */
const banner = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

export interface HandlerBundle {
  readonly contents: Uint8Array;
  /** The files it is made of, from the repository's root. */
  readonly inputs: readonly string[];
}

/**
 * Each handler in one file, the AWS SDK included: the runtime's own copy changes under a deployed function. One call for
 * all of them reads what they share once; NodejsFunction would start npx for each.
 */
export const bundleHandlers = (): ReadonlyMap<FunctionFile, HandlerBundle> => {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: functions.map(({ file }) => ({ in: `functions/${file}.ts`, out: file })),
    outdir: "bundles",
    write: false,
    metafile: true,
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
  const contents = new Map(outputFiles.map((output) => [output.path, output.contents]));
  return new Map(
    functions.map(({ file }) => {
      const output = `bundles/${file}.js`;
      return [
        file,
        {
          contents: contents.get(join(root, output)) ?? new Uint8Array(),
          inputs: Object.keys(metafile.outputs[output]?.inputs ?? {}),
        },
      ];
    }),
  );
};

let bundles: ReturnType<typeof bundleHandlers> | undefined;

/** A handler's bundle, made when the first one is asked for. */
export const handlerCode = (file: FunctionFile): Code =>
  Code.fromAsset(join(root, "functions"), {
    // By content of the bundle: unchanged code is not deployed again.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry("never-used"),
      // CDK takes two assets of one source and one set of options for the same; it cannot look into tryBundle.
      command: [file],
      local: {
        tryBundle: (folder) => {
          bundles ??= bundleHandlers();
          const bundle = bundles.get(file);
          if (bundle === undefined || bundle.contents.length === 0)
            throw new Error(`${file} was not bundled`);
          writeFileSync(join(folder, "index.mjs"), bundle.contents);
          return true;
        },
      },
    },
  });
