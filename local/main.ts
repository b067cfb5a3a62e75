import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./environment.ts";
import { preferredPorts } from "./ports.ts";
import { numberedProgress } from "./progress.ts";
import { seed } from "./seed.ts";
import { report, SetupError } from "./setup-error.ts";
import { aborted, endRequested } from "./signals.ts";
import { type Person, readPeople, removeState, writePeople, writeState } from "./state.ts";
import { type System, startSystem } from "./system.ts";
import { takeTurn } from "./turn.ts";

const directory = join(root, ".local", "start");
const signal = endRequested();
const progress = numberedProgress();

try {
  const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });
  const leave = await takeTurn(`${directory}.pid`, "npm start");
  try {
    await serve(values.fresh);
  } finally {
    await removeState();
    await leave();
  }
} catch (error) {
  if (!signal.aborted || error instanceof SetupError) report(error);
}
// A connection that somebody keeps open is no reason to stay.
process.exit();

async function serve(fresh: boolean): Promise<void> {
  await removeState();
  const seeded = fresh ? undefined : await readPeople(directory);
  const system = await startSystem({
    directory,
    ports: await preferredPorts(progress.note),
    progress,
    // What an interrupted first start left is in no state that anybody knows.
    fresh: seeded === undefined,
    signal,
  });
  try {
    await Promise.race([announce(system, seeded), aborted(signal)]);
    await aborted(signal);
    progress.note("Stopping; the emulator saves its state ...");
  } finally {
    await system.stop();
  }
}

async function announce(system: System, seeded: readonly Person[] | undefined): Promise<void> {
  // Without its saved state the emulator has none of the people either.
  const people = (system.restored ? seeded : undefined) ?? (await seed(system, progress, { alerts: true }));
  await writePeople(directory, people);
  const { webUrl, apiUrl, mailboxUrl, awsEndpoint, caFile, outputs } = system;
  await writeState({
    webUrl,
    apiUrl,
    liveUrl: null,
    mailboxUrl,
    awsEndpoint,
    caFile,
    outputs,
    people: [...people],
  });
  console.log(`
  Console  ${webUrl}
  Mailbox  ${mailboxUrl}   (e-mail, and SMS as mail to <digits>@sms.local)
  API      ${apiUrl}
${signInTable(people)}
  Ctrl-C ends it and keeps the data; npm start -- --fresh begins anew.
`);
}

function signInTable(people: readonly Person[]): string {
  if (people.length === 0) return "";
  const lines = people.map(
    ({ administration, email, password, roles }) =>
      `  ${administration.padEnd(5)} ${roles.join(", ").padEnd(24)} ${email.padEnd(40)} ${password}`,
  );
  return `
  Who can sign in (TOTP secrets are in .local/state.json; \`npm run token -- FR releaser\` prints an access token):
${lines.join("\n")}
`;
}
