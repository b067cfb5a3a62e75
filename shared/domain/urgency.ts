import * as z from "zod/mini";

export const urgencies = ["immediate", "expected", "future", "past", "unknown"] as const;
export const Urgency = z
  .enum(urgencies)
  .check(z.describe("When to act (CAP 1.2): at once; within the hour; soon; no more; not known"));

export const certainties = ["observed", "likely", "possible", "unlikely", "unknown"] as const;
export const Certainty = z
  .enum(certainties)
  .check(z.describe("How sure it is (CAP 1.2): seen; over 50 %; up to 50 %; not expected; not known"));

export const purposes = ["actual", "exercise", "test"] as const;
export const Purpose = z
  .enum(purposes)
  .check(z.describe("Whether it is meant (CAP 1.2 status); absent: actual"));
export type Purpose = z.infer<typeof Purpose>;
