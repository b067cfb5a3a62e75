import { AlreadyDone } from "../../shared/adapters/records/change.ts";
import { Problem } from "../../shared/domain/problem.ts";
import { ConditionFailed, type RecordStore } from "../../shared/domain/record-store.ts";
import type { Answer, Command, Outcome, Request } from "./request.ts";

/** Anonymous callers' keys are secrets that name their request: 128 bits, as 22 characters of base64url. */
const ANONYMOUS_KEY = 22;

/** Throws a Problem for a key that is none; `anonymous` ones have to be long enough that nobody guesses them. */
export const checkedKey = (key: string, anonymous: boolean): string => {
  const least = anonymous ? ANONYMOUS_KEY : 1;
  if (!/^[\x21-\x7e]+$/.test(key) || key.length < least || key.length > 200)
    throw new Problem(
      "malformed",
      `An Idempotency-Key has ${least} to 200 visible ASCII characters, such as a UUID.`,
    );
  return key;
};

/** Performs a command once per Idempotency-Key; a repeated one is rendered again from what it made. */
export const performOnce = async (
  command: Command,
  request: Request,
  store: RecordStore,
  bodyHash: string,
): Promise<Answer> => {
  const { idempotency } = request.circumstances;
  const done = async (): Promise<Outcome | undefined> => {
    if (idempotency === undefined) return undefined;
    const earlier = await store.get(idempotency);
    if (earlier === undefined) return undefined;
    const expiresAt = Number(earlier["expiresAt"]);
    if (expiresAt * 1000 <= request.circumstances.now.getTime()) {
      // The table cleans up in its own time, days late; the key is free for a new request from here on.
      await store
        .transact([{ delete: idempotency, when: { equals: { expiresAt } } }])
        .catch((error: unknown) => {
          if (!(error instanceof ConditionFailed)) throw error;
        });
      return undefined;
    }
    if (earlier["bodyHash"] !== bodyHash)
      throw new Problem("invalid", "This Idempotency-Key was used for another request. Choose a new one.");
    return { subject: String(earlier["subject"]) };
  };
  const perform = async (): Promise<Outcome> => {
    try {
      return await command.perform(request);
    } catch (error) {
      // What refuses this one may be the very change that the other one made: the version read, the state found.
      const overtaken = error instanceof AlreadyDone || error instanceof Problem;
      const outcome = overtaken ? await done() : undefined;
      if (outcome === undefined) throw error;
      return outcome;
    }
  };
  const outcome = (await done()) ?? (await perform());
  const answer = await command.render(outcome.subject, request);
  return outcome.once === undefined
    ? answer
    : { ...answer, body: { ...(answer.body as object), ...outcome.once } };
};
