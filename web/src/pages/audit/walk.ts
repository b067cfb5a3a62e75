import { ApiProblem, isPassing } from "../../api/problem.ts";

interface Walk<Page> {
  readonly ask: (cursor: string | undefined) => Promise<Page>;
  /** A page is taken in before the next one is asked for. */
  readonly take: (page: Page) => void;
  /** Where to go on; absent: from the beginning. */
  readonly from?: string | undefined;
  readonly signal: AbortSignal;
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** How long is waited after each failure in a row that may pass: at most a minute, which is what a limit of requests holds for. */
const PAUSES = [1_000, 5_000, 20_000, 60_000];

const mayPass = (error: unknown): boolean =>
  isPassing(error) || (error instanceof ApiProblem && error.status === 429);

/** Asks for page after page until the last one. What may pass is waited for; what does not is thrown, and what was taken stays so. */
export const walk = async <Page extends { readonly nextCursor: string | null }>({
  ask,
  take,
  from,
  signal,
  pause,
}: Walk<Page>): Promise<void> => {
  let cursor = from;
  for (let failures = 0; ; ) {
    try {
      const page = await ask(cursor);
      signal.throwIfAborted();
      failures = 0;
      take(page);
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    } catch (error) {
      const milliseconds = PAUSES[failures];
      if (signal.aborted || milliseconds === undefined || !mayPass(error)) throw error;
      failures += 1;
      await pause(milliseconds, signal);
    }
  }
};

/** Throws the signal's reason when it is cancelled meanwhile. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
