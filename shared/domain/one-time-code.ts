import * as z from "zod/mini";
import { Instant } from "./identifiers.ts";
import { invalid, Problem } from "./problem.ts";

/** Six digits sent to an address; good for ten minutes and five tries (domain.md, Subscription). */
const CODE_MINUTES = 10;
const CODE_TRIES = 5;
/** How often a code may be asked for again before the address has to be entered anew. */
const CODE_SENDINGS = 5;

/**
 * What is kept of a code: never the code itself. The code is a keyed hash of the nonce, which sender and
 * verifier compute alike, so that nothing stored or queued lets anybody confirm an address that is not theirs.
 */
export const CodeState = z.object({
  nonce: z.string(),
  expires: Instant,
  triesLeft: z.int(),
  sendingsLeft: z.int(),
});
export type CodeState = z.infer<typeof CodeState>;

export const EnteredCode = z
  .string()
  .check(z.trim(), z.regex(/^\d{6}$/, "The code is the six digits of the message we sent."));

export const newCode = (nonce: string, now: Date, sendingsLeft = CODE_SENDINGS): CodeState => ({
  nonce,
  expires: new Date(now.getTime() + CODE_MINUTES * 60_000).toISOString(),
  triesLeft: CODE_TRIES,
  sendingsLeft: sendingsLeft - 1,
});

/** The code after one more try, which is counted before the digits are compared. Throws a Problem when it is used up. */
export const spendTry = (code: CodeState, now: Date): CodeState => {
  if (code.triesLeft <= 0 || now.toISOString() >= code.expires)
    throw new Problem(
      "conflict",
      `Codes are good for ${CODE_MINUTES} minutes and five tries. Ask for a new one.`,
    );
  return { ...code, triesLeft: code.triesLeft - 1 };
};

export const wrongCode = ({ triesLeft }: CodeState): Problem =>
  invalid("/code", `This is not the code. ${triesLeft} tries are left.`);

/** The code to send once more. Throws a Problem when it was sent too often; `again` says what is left to do. */
export const sendAgain = (code: CodeState, nonce: string, now: Date, again: string): CodeState => {
  if (code.sendingsLeft <= 0) throw new Problem("conflict", `No more codes are sent here. ${again}`);
  return newCode(nonce, now, code.sendingsLeft);
};

/** What a code is for: the digits for one purpose say nothing about those for another. */
export const codePurpose = {
  registration: (id: string): string => `registration ${id}`,
  endpoint: (administration: string, id: string): string => `endpoint ${administration} ${id}`,
} as const;

/** Port: the six digits that belong to a nonce and a purpose; needs the exchange's key. */
export interface CodeKey {
  digits(purpose: string, nonce: string): Promise<string>;
}
