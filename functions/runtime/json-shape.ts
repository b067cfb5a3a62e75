import { invalid, Problem } from "../../shared/domain/problem.ts";

/** No body of the contract needs half of it; everything that is done to a body may recurse. */
const LEVELS = 32;

/**
 * Refuses what would harm whatever reads it further: a body nested so deeply that the stack would not hold, and the
 * name `__proto__`, which some readers drop and others take for the prototype. Level by level, without recursion.
 */
export const assertHarmless = (json: unknown): void => {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LEVELS)
      throw new Problem("malformed", `The body is nested too deeply: at most ${LEVELS} levels are read.`);
    const containers = level.filter((value): value is object => typeof value === "object" && value !== null);
    if (containers.some((value) => Object.hasOwn(value, "__proto__")))
      throw invalid("/__proto__", "No field is called __proto__. Leave it out.");
    level = containers.flatMap((value) => Object.values(value));
  }
};
