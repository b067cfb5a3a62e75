import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod/mini";
import { root } from "./environment.ts";
import { SetupError } from "./setup-error.ts";

const Person = z.object({
  administration: z.string(),
  email: z.string(),
  password: z.string(),
  totpSecret: z.string(),
  roles: z.array(z.string()),
});

/** Somebody who can sign in. */
export type Person = z.infer<typeof Person>;

const State = z.object({
  webUrl: z.string(),
  apiUrl: z.string(),
  liveUrl: z.nullable(z.string()),
  mailboxUrl: z.string(),
  awsEndpoint: z.string(),
  caFile: z.string(),
  outputs: z.record(z.string(), z.string()),
  people: z.array(Person),
});

/** How to reach a system that is usable and seeded. */
export type State = z.infer<typeof State>;

const stateFile = join(root, ".local", "state.json");

/** What `npm start` says of the system it runs. */
export async function readState(file: string = stateFile): Promise<State> {
  if (!existsSync(file)) {
    throw new SetupError("The system is not running: begin it with `npm start` and wait until it is ready.");
  }
  return State.parse(JSON.parse(await readFile(file, "utf8")));
}

/** Put in place whole, and readable for its owner alone: it holds passwords. */
export async function writeState(state: State, file: string = stateFile): Promise<void> {
  await writePrivately(file, state);
}

const People = z.array(Person);

/** Who was seeded into the system kept in `directory`; undefined where its seeding did not come to its end. */
export async function readPeople(directory: string): Promise<readonly Person[] | undefined> {
  const file = peopleFile(directory);
  return existsSync(file) ? People.parse(JSON.parse(await readFile(file, "utf8"))) : undefined;
}

export async function writePeople(directory: string, people: readonly Person[]): Promise<void> {
  await writePrivately(peopleFile(directory), people);
}

export const removeState = (file: string = stateFile): Promise<void> => rm(file, { force: true });

const peopleFile = (directory: string) => join(directory, "people.json");

async function writePrivately(file: string, content: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}
