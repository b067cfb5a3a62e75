// Begins every command of this repository: installs what is missing, then runs the command under the pinned Node.
// Built-ins only, and nothing newer than Node 20 knows: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const commands = {
  start: "main.ts",
  test: "test.ts",
  token: "token.ts",
  secretariat: "secretariat.ts",
  deploy: "deploy-account.ts",
  openapi: "openapi.ts",
  "audit-verify": "audit-verify.ts",
};

const local = dirname(fileURLToPath(import.meta.url));
const root = dirname(local);
const modules = join(root, "node_modules");
const pinnedNode = join(modules, "node", "bin", "node");
const stamp = join(modules, ".ipr-cencomm-lock");

const [name, ...args] = process.argv.slice(2);
const script = commands[name];
if (!script) {
  fail(`Say which command: ${Object.keys(commands).join(", ")}.`);
}
if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`This needs Node 20 or newer to begin with; ${process.execPath} is ${process.version}.`);
}

const lock = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .update(`${process.platform} ${process.arch}`)
  .digest("hex");
if (!existsSync(pinnedNode) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  await install();
}
process.exitCode = await run(pinnedNode, [join(local, script), ...args], {
  PATH: [dirname(pinnedNode), process.env.PATH].join(delimiter),
});

async function install() {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  console.error("Installing npm packages (once, and whenever package-lock.json changes) ...");
  const ticking = setInterval(() => console.error(`  ... ${seconds()}`), 10_000);
  const node = await nodeForNpm();
  // Not `npm ci`: it refuses a lockfile that lacks an optional package for another platform, which some registries lack
  // too, and it would delete the Node that it finds in node_modules.
  await npm(["install", "--no-save"], root, node);
  clearInterval(ticking);
  writeFileSync(stamp, lock);
  console.error(`  done in ${seconds()}`);
}

/**
 * Where npm finds the pinned Node when the one that it would run under is older: npm leaves out optional packages, the compiled
 * parts of tools among them, that ask for a newer Node. Undefined where that one will do.
 */
async function nodeForNpm() {
  const { version } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages[
    "node_modules/node"
  ];
  const major = (each) => Number(each.split(".")[0]);
  // Not this process's own: `npm run` finds the pinned one in node_modules, which is out of npm's sight below.
  const found = spawnSync("node", ["--print", "process.versions.node"], { env: { PATH: pathOf() } });
  if (major(String(found.stdout)) >= major(version)) return undefined;
  const folder = join(root, ".local", `node-${version}`);
  const bin = join(folder, "node_modules", "node", "bin");
  if (!existsSync(join(bin, "node"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ private: true, allowScripts: { node: true } }),
    );
    await npm(["install", "--no-save", "--no-package-lock", `node@${version}`], folder, undefined);
  }
  return bin;
}

/** Without node_modules/.bin, which `npm run` puts first: the install may replace the Node that is there. */
function pathOf() {
  return process.env.PATH.split(delimiter)
    .filter((entry) => !entry.startsWith(modules))
    .join(delimiter);
}

/** Runs npm in a folder; its complaints are shown only where it fails. */
async function npm(parameters, folder, bin) {
  let complaint = "";
  const code = await run(
    "npm",
    [...parameters, "--no-audit", "--no-fund"],
    { PATH: bin === undefined ? pathOf() : [bin, pathOf()].join(delimiter) },
    (text) => {
      complaint += text;
    },
    folder,
  ).catch(() => fail("npm was not found: install Node 20 or newer together with its npm."));
  if (
    /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT/.test(complaint) &&
    code
  ) {
    fail(
      "npm could not reach its registry: connect this machine to the network and run the same command again.",
    );
  }
  if (code) {
    process.stderr.write(complaint);
    fail("npm could not install the packages; its own words are above.");
  }
}

/** The exit code, after every signal that reached this process was passed on. */
function run(command, parameters, environment, onComplaint, folder = root) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: folder,
      env: { ...process.env, ...environment },
      // By the channel the command learns that this process is gone, whatever ended it.
      stdio: onComplaint ? ["inherit", "inherit", "pipe"] : ["inherit", "inherit", "inherit", "ipc"],
    });
    child.stderr?.setEncoding("utf8").on("data", onComplaint);
    const passOn = (signal) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, passOn);
    }
    // npm ends its shell alone, which passes nothing on.
    const npm = process.env.npm_lifecycle_event ? process.ppid : undefined;
    const watching = setInterval(() => npm && process.ppid !== npm && child.kill("SIGTERM"), 1000);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearInterval(watching);
      for (const each of ["SIGINT", "SIGTERM", "SIGHUP"]) {
        process.off(each, passOn);
      }
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
