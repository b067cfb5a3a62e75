import { Problem } from "../../../shared/domain/problem.ts";

/** An attachment changes three times in its life: whoever meets one of them does the same on what it is by then. */
const ATTEMPTS = 4;

/**
 * Nobody's work on an attachment can be overwritten: nothing in it is edited, and it goes from one state to the next. So no request
 * says which one it saw; one that another was faster than is done again on what there is now.
 */
export const untilCurrent = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem && error.kind === "stale") || attempt === ATTEMPTS) throw error;
    }
  }
};
