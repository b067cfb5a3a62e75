/** The function was killed: nothing it asks for happens any more. */
class Killed extends Error {
  override readonly name = "Killed";
}

/** At which of its calls a worker dies, and whether that call still takes effect outside, its answer lost. */
export interface Death {
  readonly call: number;
  readonly effect: "lost" | "kept";
}

export type Mortal = ReturnType<typeof mortal>;

/**
 * A worker's calls of all its ports together, counted; from its death on every one of them is refused. `turn` says when
 * a call may go ahead.
 */
export const mortal = (death?: Death, turn: () => Promise<unknown> = async () => {}) => {
  let calls = 0;
  let dead = false;
  const attend = async <T>(work: () => Promise<T>): Promise<T> => {
    await turn();
    if (dead) throw new Killed();
    calls += 1;
    const dies = calls === death?.call;
    if (dies) dead = true;
    if (dies && death?.effect === "lost") throw new Killed();
    const answer = await work();
    // Whatever was under way when it died was done outside, and nobody heard the answer.
    if (dead) throw new Killed();
    return answer;
  };
  return {
    attend,
    died: () => dead,
    calls: () => calls,
    /** The port as this worker reaches it: every method counts as one call. */
    reach: <P extends object>(port: P): P =>
      new Proxy(port, {
        get: (target, name) => {
          const method: unknown = Reflect.get(target, name);
          return typeof method === "function"
            ? (...given: unknown[]) => attend(async () => Reflect.apply(method, target, given))
            : method;
        },
      }),
  };
};

export const immortal = (): Mortal => mortal();

/**
 * Tries every death that a worker can die, one after the other, until it lives through its work: `attempt` is one of
 * them in a world of its own. Answers with the number of calls of a whole life.
 */
export const everyDeath = async (
  attempt: (death: Death, worker: Mortal) => Promise<void>,
): Promise<number> => {
  for (let call = 1; ; call++)
    for (const effect of ["lost", "kept"] as const) {
      const worker = mortal({ call, effect });
      await attempt({ call, effect }, worker);
      if (!worker.died()) return call - 1;
    }
};

/** The outcome of a run that may be killed; anything else that it throws is a fault. */
export const untilDeath = async (work: () => Promise<unknown>): Promise<void> => {
  await work().catch((error: unknown) => {
    if (!isDeath(error)) throw error;
  });
};

const isDeath = (error: unknown): boolean =>
  error instanceof Killed || (error instanceof AggregateError && error.errors.every(isDeath));
