import { sessionStore } from "../../session/session-store.ts";

/** How far something long has come. */
export type Work<Progress> =
  | { readonly state: "none" }
  | { readonly state: "running" | "done" | "cancelled"; readonly progress: Progress }
  | { readonly state: "failed"; readonly progress: Progress; readonly error: Error };

interface Task<Progress> {
  /** Who does it and on what: to everybody else there is none. */
  readonly owner: string;
  readonly from: Progress;
  readonly run: (tell: (progress: Progress) => void, signal: AbortSignal) => Promise<void>;
}

const none = { state: "none" } as const;

/** Something long that goes on while its person looks at other pages, is found again, and ends with the session. */
export const createWork = <Progress>() => {
  const listeners = new Set<() => void>();
  let owner = "";
  let current: Work<Progress> = none;
  let controller = new AbortController();

  const become = (next: Work<Progress>): void => {
    current = next;
    for (const listener of listeners) listener();
  };

  const forget = (): void => {
    controller.abort();
    become(none);
  };
  sessionStore.subscribe(() => {
    if (sessionStore.get() === undefined) forget();
  });

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    of: (asking: string): Work<Progress> => (asking === owner ? current : none),
    cancel: (): void => controller.abort(),
    forget,
    async start(task: Task<Progress>): Promise<void> {
      controller.abort();
      const mine = new AbortController();
      [controller, owner] = [mine, task.owner];
      let progress = task.from;
      const unlessReplaced = (next: Work<Progress>): void => {
        if (controller === mine && current !== none) become(next);
      };
      become({ state: "running", progress });
      try {
        await task.run((next) => {
          progress = next;
          if (!mine.signal.aborted) unlessReplaced({ state: "running", progress });
        }, mine.signal);
        unlessReplaced({ state: "done", progress });
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        unlessReplaced(
          mine.signal.aborted ? { state: "cancelled", progress } : { state: "failed", progress, error },
        );
      }
    },
  };
};
