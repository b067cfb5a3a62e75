import { openInbox } from "../../../local/inbox.ts";
import { type Person, readState } from "../../../local/state.ts";

/** The deployment that the tests share, and who can sign in to it. */
export const state = await readState(process.env["IPR_CENCOMM_STATE"]);
export const inbox = openInbox(state.mailboxUrl);

export type { Person };

export const seeded = (administration: string, role: string): Person => {
  const person = state.people.find(
    (each) => each.administration === administration && each.roles.includes(role),
  );
  if (person === undefined) throw new Error(`${administration} has no ${role} in the seed.`);
  return person;
};

/** Sets one run apart from another on the same system. */
export const run = Date.now().toString(36);

/** Each phone of a run has a number of its own. */
let phones = 0;
export const newPhone = (): string =>
  `+2547${String(Date.now() % 1_000_000).padStart(6, "0")}${10 + phones++}`;
