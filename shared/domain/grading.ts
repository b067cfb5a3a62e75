import * as z from "zod/mini";

export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export const credibilities = [1, 2, 3, 4, 5, 6] as const;

/** How far the source and what it says are to be believed (Admiralty system, NATO AJP-2.1). */
export const Grading = z
  .strictObject({
    reliability: z.optional(
      z
        .enum(reliabilities)
        .check(z.describe("Of the source: A completely reliable … E unreliable, F cannot be judged")),
    ),
    credibility: z.optional(
      z
        .literal([...credibilities])
        .check(z.describe("Of the information: 1 confirmed … 5 improbable, 6 cannot be judged")),
    ),
  })
  .check(
    z.describe("How far the source and what it says are to be believed (Admiralty system, NATO AJP-2.1)"),
  );
export type Grading = z.infer<typeof Grading>;

const europolSource = { A: "A", B: "B", C: "B", D: "C", E: "C", F: "X" } as const;
const europolInformation = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 4, 6: 4 } as const;

/** The nearest codes of the 4×4 system that Europol uses. There is no official table: this one is ours. */
export const europolEquivalent = ({ reliability, credibility }: Grading) => ({
  source: reliability === undefined ? undefined : europolSource[reliability],
  information: credibility === undefined ? undefined : europolInformation[credibility],
});
